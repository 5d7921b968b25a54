/** The marks a module gives; both ends are marks too. `passMark` and above is a pass. */
export interface Scale {
  minimum: number;
  maximum: number;
  passMark: number;
}

export type MarkProblem = 'not-a-number' | 'outside-scale' | 'too-many-decimals';

/**
 * What is wrong with a mark, or null. null as a mark means "not graded yet" and is always right.
 * At most two decimals; a number written as a text is no number here.
 */
export function markProblem(
  mark: unknown,
  { minimum, maximum }: Pick<Scale, 'minimum' | 'maximum'>,
): MarkProblem | null {
  if (mark === null) return null;
  if (typeof mark !== 'number' || !Number.isFinite(mark)) return 'not-a-number';
  if (mark < minimum || mark > maximum) return 'outside-scale';
  // 8.29 * 100 is 828.9999…: a hair's breadth is allowed, a third decimal is not.
  return Math.abs(mark * 100 - Math.round(mark * 100)) > 1e-6 ? 'too-many-decimals' : null;
}
