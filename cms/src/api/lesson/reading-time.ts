/** Of somebody who learns: slower than a novel. */
export const WORDS_A_MINUTE = 200;

interface SectionRow {
  body?: string | null;
  code?: string | null;
  questions?: { question?: string | null; options?: { text?: string | null }[] | null }[] | null;
}

const count = (text: string | null | undefined): number => text?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Whole minutes, at least one, that the words of a lesson's sections take. */
export function readingMinutes(sections: SectionRow[]): number {
  const words = sections.reduce(
    (sum, { body, code, questions }) =>
      sum +
      count(body) +
      count(code) +
      (questions ?? []).reduce(
        (inQuiz, { question, options }) =>
          inQuiz + count(question) + (options ?? []).reduce((of, { text }) => of + count(text), 0),
        0,
      ),
    0,
  );
  return Math.max(1, Math.ceil(words / WORDS_A_MINUTE));
}
