import { KINDS, type Kind } from '../../../shared/contracts/certificate';
import type { Branding, SampleInfo } from '../../../shared/contracts/settings';
import type { EligibilityFacts } from '../eligibility/facts';
import { NAMES_OF_SCRIPTS } from './sample-names';

export interface Sample extends SampleInfo {
  recipient: string;
  module: string;
  /** Modules on a grade certificate. */
  count: number;
  expires: boolean;
  /** What else is at its longest. */
  branding?(branding: Branding): Branding;
}

const LONGEST_NAME =
  'María de los Ángeles Fernández-Castellanos y Rodríguez de la Torre Villanueva-Montenegro';
const LONGEST_MODULE =
  'Introducción a la programación orientada a objetos con énfasis en patrones de diseño, pruebas automáticas y ' +
  'entrega continua para equipos distribuidos en toda América Latina y el Caribe (segunda edición, ampliada)';

/** As long as the settings allow. */
const longestBranding = (branding: Branding): Branding => ({
  ...branding,
  issuerName: 'Universidad Internacional de Ciencias Aplicadas y Tecnologías de la Información',
  signatures: ['Directora general de estudios', 'Secretario académico', 'Presidenta del consejo'].map(
    (title, index) => ({
      name: LONGEST_NAME.slice(0, 80).trim(),
      title: `${title} de la Escuela de Posgrado en Ingeniería de Software`.slice(0, 80),
      picture: branding.signatures[index]?.picture ?? null,
    }),
  ),
});

const usual = {
  recipient: 'María Núñez',
  module: 'Programming fundamentals with Python',
  count: 5,
  expires: false,
};
const both = [...KINDS];

export const SAMPLES: Sample[] = [
  { ...usual, key: 'usual', name: { en: 'A usual student', es: 'Un estudiante cualquiera' }, kinds: both },
  {
    ...usual,
    key: 'longest',
    name: { en: 'The longest names', es: 'Los nombres más largos' },
    kinds: both,
    recipient: LONGEST_NAME,
    module: LONGEST_MODULE,
    branding: longestBranding,
  },
  ...[1, 12, 33, 60].map((count): Sample => ({
    ...usual,
    key: `modules-${count}`,
    name: {
      en: count === 1 ? '1 module' : `${count} modules`,
      es: count === 1 ? '1 módulo' : `${count} módulos`,
    },
    kinds: ['grade'],
    count,
  })),
  {
    ...usual,
    key: 'expiring',
    name: { en: 'With an expiry date', es: 'Con fecha de caducidad' },
    kinds: both,
    expires: true,
  },
  ...NAMES_OF_SCRIPTS.map(({ key, name, recipient, module }): Sample => ({
    ...usual,
    key: `script-${key}`,
    name,
    kinds: both,
    recipient,
    module,
  })),
];

const MORE_MODULES = [
  'HTML and CSS foundations',
  'Introducción a las bases de datos',
  'Algorithms and data structures',
  'Álgebra lineal',
];

/** What a source would say of somebody who earned it. @param language BCP 47, of the certificate */
export function sampleFacts(sample: Sample, kind: Kind, language: string): EligibilityFacts {
  const count = kind === 'grade' ? sample.count : 1;
  const names = [sample.module, ...MORE_MODULES];
  return {
    kind,
    recipient: { key: 'sample', name: sample.recipient, email: '', language, fileStem: 'sample' },
    subject: kind === 'module' ? 'PRO' : null,
    achievements: Array.from({ length: count }, (_, index) => ({
      code: index === 0 ? 'PRO' : `M-${index + 1}`,
      name: names[index % names.length] as string,
      mark: [9, 8.5, 10, 7, 6.25][index % 5] as number,
      maximumMark: 10,
      passMark: 5,
    })),
    offered: true,
  };
}
