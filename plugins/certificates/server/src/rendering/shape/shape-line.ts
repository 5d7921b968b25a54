import bidiFactory from 'bidi-js';
import type { FontKey } from '../display-list';
import { face, type FaceKey } from '../fonts/faces';
import { lazily, remember } from '../remember';
import { textsOfGlyphs } from './glyph-text';
import { type HarfBuzzGlyph, shape } from './harfbuzz';
import { itemise } from './itemise';

export interface Run {
  face: FaceKey;
  isRightToLeft: boolean;
  text: string;
  /** From left to right; clusters count from the start of `text`. */
  glyphs: HarfBuzzGlyph[];
  /** The characters each glyph stands for (`glyph-text.ts`). */
  texts: () => (string | null)[];
  /** In parts of the font size. */
  width: number;
  /** Place in the order of the text, counted from 0. */
  order: number;
}

export interface ShapedLine {
  /** From left to right, as they are seen. */
  runs: Run[];
  /** In parts of the font size. */
  width: number;
}

const bidi = bidiFactory();

/** Texts without a letter that is written from right to left need no ordering. */
const HAS_RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

interface Piece {
  face: FaceKey;
  level: number;
  start: number;
  end: number;
}

/** Parts of one face and one direction, in the order of the text. */
function pieces(text: string, font: FontKey): Piece[] {
  const runs = itemise(text, font);
  if (!HAS_RIGHT_TO_LEFT.test(text)) return runs.map((run) => ({ ...run, level: 0 }));
  const { levels } = bidi.getEmbeddingLevels(text);
  return runs.flatMap(({ face, start, end }) => {
    const parts: Piece[] = [];
    for (let from = start; from < end;) {
      const level = levels[from] as number;
      let to = from + 1;
      while (to < end && levels[to] === level) to++;
      parts.push({ face, level, start: from, end: to });
      from = to;
    }
    return parts;
  });
}

/** Rule L2 of the Unicode Bidirectional Algorithm (UAX 9), on pieces: from the highest level down, reverse what is at least as high. */
function inVisualOrder(parts: Piece[]): Piece[] {
  const ordered = [...parts];
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from;
      while (to < ordered.length && (ordered[to] as Piece).level >= level) to++;
      if (to - from > 1) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}

const shapeOnce = remember(400, (key): ShapedLine => {
  const [font, ligatures] = key.split(' ', 2) as [FontKey, string];
  const text = key.slice(font.length + ligatures.length + 2);
  const logical = pieces(text, font);
  const runs = inVisualOrder(logical).map((piece): Run => {
    const { face: faceKey, level, start, end } = piece;
    const part = text.slice(start, end);
    const isRightToLeft = level % 2 === 1;
    const glyphs = shape(faceKey, part, isRightToLeft ? 'rtl' : 'ltr', {
      ligatures: ligatures === 'true',
    });
    const units = glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    return {
      face: faceKey,
      isRightToLeft,
      text: part,
      glyphs,
      texts: lazily(() => textsOfGlyphs({ glyphs, text: part, isRightToLeft })),
      width: units / face(faceKey).glyphs.unitsPerEm,
      order: logical.indexOf(piece),
    };
  });
  return { runs, width: runs.reduce((sum, { width }) => sum + width, 0) };
});

/**
 * Chooses faces, orders and shapes one line of text. Every text is measured before it is drawn, and certificates share
 * most of theirs: so the last ones are remembered.
 */
export const shapeLine = (text: string, font: FontKey, ligatures = true): ShapedLine =>
  shapeOnce(`${font} ${ligatures} ${text}`);
