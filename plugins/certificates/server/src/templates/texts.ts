import type { Kind } from '../../../shared/contracts/certificate';
import type { Snapshot } from '../../../shared/snapshot';
import { inLanguage, languageOf } from '../language';
import { remember } from '../rendering/remember';

interface Texts {
  title: Record<Kind, string>;
  certifies: string;
  completed: Record<Kind, (count: number) => string>;
  code: string;
  module: string;
  mark: string;
  issued: string;
  validUntil: string;
  serial: string;
  verify: string;
  /** What is seen by those who do not see the QR code; its address follows. */
  qrCode: string;
  /** In the place of a name that its owner does not show. */
  withheld: string;
  /** What is seen by those who do not see the handwriting. */
  signatureOf: (name: string) => string;
  /** What is said of the file that is enclosed in the PDF. */
  credential: string;
  page: (page: number, pages: number) => string;
  withMark: (mark: string, maximum: string) => string;
}

const TEXTS: Record<'en' | 'es', Texts> = {
  en: {
    title: { grade: 'Certificate of Grades', module: 'Certificate of Completion' },
    certifies: 'This certifies that',
    completed: {
      grade: (count) =>
        count === 1
          ? 'has taken the following module, with the mark shown'
          : `has taken the following ${count} modules, with the marks shown`,
      module: () => 'has successfully completed the module',
    },
    code: 'Code',
    module: 'Module',
    mark: 'Mark',
    issued: 'Issued on',
    validUntil: 'Valid until',
    serial: 'Serial number',
    verify: 'Check that this certificate is real',
    qrCode: 'QR code that leads to',
    withheld: 'Name not shown',
    signatureOf: (name) => `Signature of ${name}`,
    credential: 'Digital credential (Open Badges 3.0)',
    page: (page, pages) => `Page ${page} of ${pages}`,
    withMark: (mark, maximum) => `with the mark ${mark} of ${maximum}`,
  },
  es: {
    title: { grade: 'Certificado de calificaciones', module: 'Certificado de finalización' },
    certifies: 'Se certifica que',
    completed: {
      grade: (count) =>
        count === 1
          ? 'ha cursado el siguiente módulo, con la calificación indicada'
          : `ha cursado los siguientes ${count} módulos, con las calificaciones indicadas`,
      module: () => 'ha completado con éxito el módulo',
    },
    code: 'Código',
    module: 'Módulo',
    mark: 'Calificación',
    issued: 'Expedido el',
    validUntil: 'Válido hasta',
    serial: 'Número de serie',
    verify: 'Compruebe que este certificado es auténtico',
    qrCode: 'Código QR que lleva a',
    withheld: 'Nombre reservado',
    signatureOf: (name) => `Firma de ${name}`,
    credential: 'Credencial digital (Open Badges 3.0)',
    page: (page, pages) => `Página ${page} de ${pages}`,
    withMark: (mark, maximum) => `con la calificación ${mark} de ${maximum}`,
  },
};

export const textsOf = (language: string): Texts => inLanguage(TEXTS, language);

/** The words of a certificate: the school's own where it has some. */
export function textsFor({ language, issuer: { texts = {} } }: Snapshot): Texts & { note: string } {
  const usual = textsOf(language);
  const { gradeTitle, moduleTitle, certifies, gradeCompleted, moduleCompleted, note } = texts;
  return {
    ...usual,
    title: { grade: gradeTitle ?? usual.title.grade, module: moduleTitle ?? usual.title.module },
    certifies: certifies ?? usual.certifies,
    completed: {
      grade: (count) => gradeCompleted?.replaceAll('{count}', String(count)) ?? usual.completed.grade(count),
      module: (count) => moduleCompleted ?? usual.completed.module(count),
    },
    note: note ?? '',
  };
}

/** The last day of validity: the end itself may be the first instant of the next day. */
export const spellLastDay = (expiresAt: string, language: string): string =>
  spellDate(new Date(new Date(expiresAt).getTime() - 1).toISOString(), language);

// Making a formatter takes a hundred times as long as using it.
const dates = remember(
  2,
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
);
const numbers = remember(2, (language) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }));

const spelledDates = remember(100, (key) => dates(key.slice(0, 2)).format(new Date(key.slice(3))));

/** A day, spelled out; UTC, so that it is the same wherever it is rendered. */
export const spellDate = (iso: string, language: string): string =>
  spelledDates(`${languageOf(language)} ${iso}`);

export const spellMark = (mark: number | null, language: string): string =>
  mark === null ? '–' : numbers(languageOf(language)).format(mark);
