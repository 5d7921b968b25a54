import { markProblem, type MarkProblem, type Scale } from './mark-scale';

export type TypedMark = { ok: true; mark: number | null } | { ok: false; problem: MarkProblem };

// No thousands: "1.000" is a thousand to some and one to others, so it is refused for its three decimals.
const NUMBER = /^[+-]?(?:\d+(?:[.,](\d*))?|[.,](\d+))$/;

/** What a teacher typed or pasted, as a mark of this scale. An empty text is "not graded yet"; 7,5 is 7.5. */
export function readMark(text: string, scale: Scale): TypedMark {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, mark: null };
  const match = NUMBER.exec(trimmed);
  if (!match) return { ok: false, problem: 'not-a-number' };
  if ((match[1] ?? match[2] ?? '').length > 2) return { ok: false, problem: 'too-many-decimals' };
  const mark = Number(trimmed.replace(',', '.'));
  const problem = markProblem(mark, scale);
  return problem ? { ok: false, problem } : { ok: true, mark };
}

/** A mark as it stands in its cell, with the decimal sign of the language; `readMark` reads it back. */
export function writeMark(mark: number | null, locale: string): string {
  if (mark === null) return '';
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(mark);
}
