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
    mark: 'Nota',
    feedback: 'Comentarios',
    revision: 'Revisión',
  },
};

export const headingsIn = (language: 'en' | 'es'): string[] =>
  COLUMNS.map((column) => HEADINGS[language][column]);

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** Which column a heading names, in either language; null for one that is not ours. */
export function headingOf(text: string): Column | null {
  const asked = plain(text);
  return (
    COLUMNS.find((column) => plain(HEADINGS.en[column]) === asked || plain(HEADINGS.es[column]) === asked) ??
    null
  );
}
