import type { QueueDatabase } from './start-queue.ts';

/** What a job has noted of itself. */
export interface Note {
  note: string;
  attempt: number;
  pid: number;
  what: string;
  at: Date;
}

/** In the order in which they were made. @param like as SQL's `like`. */
export const readNotes = (
  database: QueueDatabase,
  { note = '%', what = '%' }: { note?: string; what?: string } = {},
): Promise<Note[]> =>
  database.sql<Note>(
    'select note, attempt, pid, what, at from notes where note like $1 and what like $2 order by id',
    [note, what],
  );

/** Of which of these jobs nothing is known any more, and which were done more than once. */
export async function reckon(
  database: QueueDatabase,
  notes: string[],
): Promise<{ lost: string[]; twice: string[] }> {
  const ends = (await readNotes(database, { what: 'ends' })).map(({ note }) => note);
  const times = (note: string) => ends.filter((one) => one === note).length;
  return {
    lost: notes.filter((note) => times(note) === 0),
    twice: notes.filter((note) => times(note) > 1),
  };
}

export const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

export const seconds = (count: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, count * 1000));
