import { inLanguage } from '../language';
import type { Kind } from '../../../shared/contracts/certificate';

interface Texts {
  gradeName: string;
  describe: Record<Kind, (name: string, issuer: string) => string>;
  criteria: Record<Kind, (name: string) => string>;
  mark: (name: string) => string;
}

const TEXTS: Record<'en' | 'es', Texts> = {
  en: {
    gradeName: 'Certificate of Grades',
    describe: {
      grade: (_, issuer) => `The modules taken at ${issuer}, with their marks.`,
      module: (name, issuer) => `Successful completion of the module “${name}” at ${issuer}.`,
    },
    criteria: {
      grade: () => 'Every module the student is enrolled in has a mark given by its teacher.',
      module: (name) => `The mark given by the teacher of “${name}” reaches the module’s pass mark.`,
    },
    mark: (name) => `Mark in ${name}`,
  },
  es: {
    gradeName: 'Certificado de calificaciones',
    describe: {
      grade: (_, issuer) => `Los módulos cursados en ${issuer}, con sus calificaciones.`,
      module: (name, issuer) => `Finalización con éxito del módulo «${name}» en ${issuer}.`,
    },
    criteria: {
      grade: () =>
        'Cada módulo en el que está inscrita la persona tiene una calificación puesta por su docente.',
      module: (name) =>
        `La calificación puesta por quien imparte «${name}» alcanza la nota de aprobación del módulo.`,
    },
    mark: (name) => `Calificación en ${name}`,
  },
};

export const textsOf = (language: string): Texts => inLanguage(TEXTS, language);
