import type { Outcome } from '../certificates/aims.ts';

/** Milliseconds, each the median of its runs. */
export interface Findings {
  students: number;
  open: number;
  save: number;
  scroll: number;
  /** The Content Manager's list of the same rows: one page of it, and all of its pages by its API. */
  listPage: number;
  listAll: number;
  /** The gradebook's own answer with all rows. */
  answer: number;
}

export const OPEN_MS = 2_000;
export const SAVE_MS = 5_000;
/** Ten pictures a second: what still feels like scrolling. */
const FRAME_MS = 100;

const within = (aim: string, milliseconds: number, limit: number): Outcome => ({
  aim,
  isMet: milliseconds <= limit,
  found: `${Math.round(milliseconds)} ms`,
});

/** What the design asks of the gradebook. */
export const aimsOf = ({ students, open, save, scroll, listAll, answer }: Findings): Outcome[] => [
  within(`opens a class of ${students} within ${OPEN_MS / 1000} s`, open, OPEN_MS),
  within(`saves ${students} marks within ${SAVE_MS / 1000} s`, save, SAVE_MS),
  within(`scrolls with a picture within ${FRAME_MS} ms, 95 times of 100`, scroll, FRAME_MS),
  {
    aim: 'answers with the whole class in less time than the Content Manager lists it',
    isMet: answer < listAll,
    found: `${(listAll / answer).toFixed(1)} × faster`,
  },
];
