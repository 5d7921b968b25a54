import { createHash } from 'node:crypto';

/** Raised with every visible change of the design: addresses of cards are kept for good. */
const DESIGN = 1;

/** What the card of a module shows. */
export interface CardFacts {
  code: string;
  name: string;
  teacher: string;
  /** As the media library has it: a file never changes under its address. */
  cover: string | null;
}

/** Names the content of a card in its address: the same facts, the same picture. */
export const cardHash = ({ code, name, teacher, cover }: CardFacts): string =>
  createHash('sha256')
    .update(JSON.stringify([DESIGN, code, name, teacher, cover]))
    .digest('hex')
    .slice(0, 16);

/** @param row a published module, with its cover and its teacher */
export const cardFacts = (row: any): CardFacts => ({
  code: row.code,
  name: row.name,
  teacher: row.teacher?.displayName ?? '',
  cover: row.cover?.url ?? null,
});
