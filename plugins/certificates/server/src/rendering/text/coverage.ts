import type { Snapshot } from '../../../../shared/snapshot';
import { covers } from '../fonts/font-files';
import { clean } from './clean';

export interface Uncovered {
  character: string;
  /** `U+0915` */
  codePoint: string;
  /** Where it stands: `recipient.name`, `achievements[2].name` … */
  field: string;
}

/** A mark that NFC could not join to its letter: fonts have it, but it would stand beside the letter, not on it. */
const COMBINING = /^\p{M}$/u;

/** Every character that cannot be drawn, with its place; asked before anything is issued. */
export function findUncoveredCharacters(snapshot: Snapshot): Uncovered[] {
  const fields: [string, string][] = [
    ['recipient.name', snapshot.recipient.name],
    ['issuer.name', snapshot.issuer.name],
    ...snapshot.issuer.signatures.flatMap(({ name, title }, index): [string, string][] => [
      [`issuer.signatures[${index}].name`, name],
      [`issuer.signatures[${index}].title`, title],
    ]),
    ...snapshot.achievements.flatMap(({ code, name }, index): [string, string][] => [
      [`achievements[${index}].code`, code],
      [`achievements[${index}].name`, name],
    ]),
  ];
  return fields.flatMap(([field, text]) =>
    [...new Set(clean(text))]
      .filter((character) => COMBINING.test(character) || !covers('text', character))
      .map((character) => ({ character, codePoint: codePointOf(character), field })),
  );
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
