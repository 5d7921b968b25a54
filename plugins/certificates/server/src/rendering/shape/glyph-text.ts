import type { Run } from './shape-line';

/** A letter for readers that order letters, and nothing for those who read. */
const RIGHT_TO_LEFT_MARK = '\u200F';
const MARK = /^\p{M}/u;

/**
 * The characters each glyph of a run stands for, such that, glyph by glyph, the text comes out as it went in. Where
 * several glyphs draw a cluster (a letter and its dots, a vowel on both sides of its consonant) there is no telling which
 * is which character: they share the characters out in the order in which they are read.
 *
 * @returns for each glyph its characters, or null where there are more glyphs than characters; those that take up least
 *   room go without.
 */
export function textsOfGlyphs({
  glyphs,
  text,
  isRightToLeft,
}: Pick<Run, 'glyphs' | 'text' | 'isRightToLeft'>): (string | null)[] {
  const texts: (string | null)[] = glyphs.map(() => null);
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const width = (place: number): number => glyphs[place]?.xAdvance ?? 0;
  for (const [index, start] of starts.entries()) {
    const characters = [...text.slice(start, starts[index + 1] ?? text.length)];
    const places = glyphs.flatMap(({ cluster }, place) => (cluster === start ? [place] : []));
    const speaking = new Set([...places].sort((a, b) => width(b) - width(a)).slice(0, characters.length));
    const inOrder = places.filter((place) => speaking.has(place));
    // Readers turn what they find from right to left, character by character.
    if (isRightToLeft) inOrder.reverse();
    inOrder.forEach((place, order) => {
      const own = order === inOrder.length - 1 ? characters.slice(order) : [characters[order] as string];
      texts[place] = (isRightToLeft ? own.reverse() : own).join('');
    });
  }
  const [first] = texts;
  // A mark that comes first would be taken for part of the line above.
  if (isRightToLeft && first && MARK.test(first)) texts[0] = RIGHT_TO_LEFT_MARK + first;
  return texts;
}
