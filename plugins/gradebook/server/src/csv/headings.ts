/** What a file of marks has for each student. `revision` notices marks that changed after the file was written. */
export const COLUMNS = ['username', 'student', 'mark', 'feedback', 'revision'] as const;
export type Column = (typeof COLUMNS)[number];

const HEADINGS: Record<'en' | 'es', Record<Column, string>> = {
  en: {
    username: 'Username',
    student: 'Student',
    mark: 'Mark',
    feedback: 'Feedback',
    revision: 'Revision',
  },
  es: {
    username: 'Usuario',
    student: 'Estudiante',
    mark: 'Calificación',
    feedback: 'Comentarios',
    revision: 'Revisión',
  },
};

export const headingsIn = (language: 'en' | 'es'): string[] =>
  COLUMNS.map((column) => HEADINGS[language][column]);

/** What people write instead. */
const SYNONYMS = new Map<string, Column>([
  ['nota', 'mark'],
  ['grade', 'mark'],
  ['comentario', 'feedback'],
]);

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** Which column a heading names, in either language; null for one that is not ours. */
export function headingOf(text: string): Column | null {
  const asked = plain(text);
  return (
    SYNONYMS.get(asked) ??
    COLUMNS.find((column) => plain(HEADINGS.en[column]) === asked || plain(HEADINGS.es[column]) === asked) ??
    null
  );
}
