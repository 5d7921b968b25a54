import { randomInt } from 'node:crypto';
import { LIST_LENGTH } from './status-list';

export interface StatusIndices {
  /** The highest given away, or null. */
  highest(): Promise<number | null>;
  /** @returns false when somebody has it already. */
  take(index: number): Promise<boolean>;
}

/** A list counts as full enough when this many places in a row were taken: at about a third. */
const TRIES = 8;

/**
 * Takes a place in the status lists, at random, so that it does not tell when a certificate was issued; in the list that
 * is being filled, or the next.
 */
export async function takeStatusIndex(indices: StatusIndices): Promise<number> {
  const current = Math.floor(((await indices.highest()) ?? 0) / LIST_LENGTH);
  for (let list = current; ; list++) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const index = list * LIST_LENGTH + randomInt(LIST_LENGTH);
      if (await indices.take(index)) return index;
    }
  }
}
