import type { Snapshot } from '../../../../shared/snapshot';
import { candidates, hasAll } from '../fonts/faces';
import { clustersOf, faceFor } from '../shape/itemise';
import { clean } from './clean';

export interface Uncovered<Place = string> {
  character: string;
  /** `U+0915` */
  codePoint: string;
  /** Where it stands: in a snapshot `recipient.name`, `achievements[2].name` … */
  field: Place;
}

/** What stands for half a character. Fonts draw it as a question mark. */
const UNREADABLE = '\uFFFD';
/** On one letter. No script has more in names; a tower of them would stand on other lines. */
const MOST_MARKS = 4;
const COMBINING = /^\p{M}$/u;

/** What of a cluster (a letter with its marks, a syllable) cannot be drawn. */
function uncoveredIn(cluster: string, text: string): string[] {
  const [first = '', ...rest] = [...cluster];
  // A mark without a letter would hang in the air, or on what stands before it.
  if (COMBINING.test(first) || first === UNREADABLE) return [first];
  const marks = rest.filter((character) => COMBINING.test(character));
  const surplus = first === ' ' ? marks : marks.slice(MOST_MARKS);
  if (surplus.length > 0) return surplus;
  if (faceFor('text', cluster, text)) return [];
  const alone = [first, ...rest].filter(
    (character) => !candidates('text', character, text).some((key) => hasAll(key, character)),
  );
  // Each is known, but no face has all of them or knows where to put them.
  return alone.length > 0 ? alone : rest;
}

/** Every character of these texts that cannot be drawn, with the place of its text. */
export const uncoveredAmong = <Place>(texts: [Place, string][]): Uncovered<Place>[] =>
  texts.flatMap(([field, text]) =>
    [...new Set(clustersOf(clean(text)).flatMap((cluster) => uncoveredIn(cluster, text)))].map(
      (character) => ({ character, codePoint: codePointOf(character), field }),
    ),
  );

/** Every character that cannot be drawn, with its place; asked before anything is issued. */
export function findUncoveredCharacters(snapshot: Snapshot): Uncovered[] {
  const fields: [string, string][] = [
    ['recipient.name', snapshot.recipient.name],
    ['issuer.name', snapshot.issuer.name],
    ...snapshot.issuer.signatures.flatMap(({ name, title }, index): [string, string][] => [
      [`issuer.signatures[${index}].name`, name],
      [`issuer.signatures[${index}].title`, title],
    ]),
    ...Object.entries(snapshot.issuer.texts ?? {}).map(([name, text]): [string, string] => [
      `issuer.texts.${name}`,
      text,
    ]),
    ...snapshot.achievements.flatMap(({ code, name }, index): [string, string][] => [
      [`achievements[${index}].code`, code],
      [`achievements[${index}].name`, name],
    ]),
  ];
  return uncoveredAmong(fields);
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
