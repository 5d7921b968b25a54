import type { MarkedText } from '../../../shared/contracts/search';

/**
 * Puts the marks of a headline, which was made of a folded text, around the same characters of the original.
 * @param marked folded, with `<` and `>` around what was found; a folded text has none of its own
 * @param original the same number of characters, without marks
 */
export function markedText(marked: string, original: string): MarkedText {
  const letters = [...original];
  const pieces: MarkedText = [];
  let found = false;
  let next = 0;
  for (const character of marked) {
    if (character === '<' || character === '>') {
      found = character === '<';
      continue;
    }
    const piece = pieces.at(-1);
    const letter = letters[next++] ?? '';
    if (piece && piece.found === found) piece.text += letter;
    else pieces.push({ text: letter, found });
  }
  return pieces;
}
