/** The marks a module gives, both ends included. */
export interface Scale {
  minimum: number;
  maximum: number;
}

/**
 * What is wrong with a mark, in a sentence, or null.
 * An empty mark (null, undefined, '') means "not graded yet" and is always right. At most two decimals are kept.
 */
export function markProblem(mark: unknown, { minimum, maximum }: Scale): string | null {
  if (mark === null || mark === undefined || mark === '') return null;
  const value = Number(mark);
  if (!Number.isFinite(value)) return `A mark is a number from ${minimum} to ${maximum}`;
  if (value < minimum || value > maximum)
    return `A mark lies between ${minimum} and ${maximum}; ${value} does not`;
  if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-9) return 'A mark has at most two decimals';
  return null;
}
