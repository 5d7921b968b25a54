import type { FontKey } from '../display-list';
import { widthOf } from '../fonts/font-files';

export interface MeasuredText {
  words: { text: string; width: number }[];
  space: number;
  widthOf: (text: string) => number;
}

/** Widths of the words of a text at size 1; every other size is a multiple, so they are measured once. */
export function measure(text: string, font: FontKey): MeasuredText {
  const known = new Map<string, number>();
  const width = (part: string): number => {
    const found = known.get(part) ?? widthOf(part, font, 1);
    known.set(part, found);
    return found;
  };
  const words = text.split(' ').map((word) => ({ text: word, width: width(word) }));
  return { words, space: width(' '), widthOf: width };
}

/**
 * Lines of at most `width` (at size 1), broken between words; a word that is wider than a line, even between letters.
 * Nothing is left out.
 */
export function breakLines({ words, space, widthOf }: MeasuredText, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const close = () => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of words) {
    if (line !== '' && used + space + word.width <= width) {
      line += ` ${word.text}`;
      used += space + word.width;
      continue;
    }
    close();
    if (word.width <= width) {
      line = word.text;
      used = word.width;
      continue;
    }
    let before = '';
    for (const letter of word.text) {
      // With the kerning between the two, which can be a wide one.
      const advance = before ? widthOf(before + letter) - widthOf(before) : widthOf(letter);
      const startsLine = line === '' || used + advance > width;
      if (startsLine) close();
      line += letter;
      used += startsLine ? widthOf(letter) : advance;
      before = letter;
    }
  }
  close();
  return lines;
}

/** As many lines as `breakLines` gives, but of like lengths: no last line of one word. */
export function breakEvenly(text: MeasuredText, width: number): string[] {
  const lines = breakLines(text, width);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let narrower = width * 0.98; narrower >= width / 2; narrower -= width * 0.02) {
    if (text.words.some((word) => word.width > narrower)) break;
    const tried = breakLines(text, narrower);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}
