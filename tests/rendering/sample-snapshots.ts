import type { Achievement } from '../../plugins/certificates/shared/contracts/certificate.ts';
import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';

const NAMES = [
  'Programming fundamentals with Python',
  'HTML and CSS foundations',
  'Introducción a las bases de datos',
  'Algorithms and data structures',
  'Álgebra lineal',
];

/** Long enough for five lines of the table and three of the module certificate. */
export const LONG_MODULE_NAME =
  'Introducción a la programación orientada a objetos con énfasis en patrones de diseño, pruebas automáticas y ' +
  'entrega continua para equipos distribuidos en toda América Latina y el Caribe (segunda edición, ampliada)';

export const modules = (count: number): Achievement[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `M-${index + 1}`,
    name: `${NAMES[index % NAMES.length]} ${index + 1}`,
    mark: (index % 10) + 0.25,
    maximumMark: 10,
  }));

const VERIFICATION_CODE = '0123456789ABCDEFGHJKMNPQRS';

export const gradeSnapshot = (facts: Partial<Snapshot> = {}): Snapshot => ({
  version: 1,
  kind: 'grade',
  language: 'en',
  issuer: {
    name: 'Lumino',
    url: 'https://school.example',
    logoPath: null,
    accent: '#1f5f5b',
    signatures: [{ name: 'Ada Moreno', title: 'Head of studies' }],
  },
  recipient: { name: 'María Núñez' },
  achievements: modules(5),
  issuedAt: '2026-11-24T23:30:00.000Z',
  expiresAt: null,
  serial: '2026-7K3QX-9DZ4M',
  verificationCode: VERIFICATION_CODE,
  verifyUrl: `https://school.example/verify/${VERIFICATION_CODE}`,
  template: { key: 'grade-certificate', version: 1, options: {} },
  ...facts,
});

export const moduleSnapshot = (facts: Partial<Snapshot> = {}): Snapshot =>
  gradeSnapshot({
    kind: 'module',
    achievements: modules(1),
    template: { key: 'module-certificate', version: 1, options: {} },
    ...facts,
  });
