import type { FontKey } from '../display-list';
import { candidates, type FaceKey, hasAll } from '../fonts/faces';
import { shape } from './harfbuzz';

/** A part of a text that one face draws. */
export interface FaceRun {
  face: FaceKey;
  /** UTF-16 units from the start of the text. */
  start: number;
  end: number;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const SPACE = /^\s+$/u;

/** Letters, digits and signs of Latin, each of which stands alone. */
const STANDS_ALONE = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u02AF]*$/;

/** What a reader takes for one character: a letter with its marks, a syllable. */
export const clustersOf = (text: string): string[] =>
  STANDS_ALONE.test(text) ? text.split('') : [...graphemes.segment(text)].map(({ segment }) => segment);

/** Faces that draw a letter and its mark as one glyph, or move the mark to the place they have for it on that letter. */
const MOVES_MARKS: FaceKey[] = [
  'text',
  'textBold',
  'display',
  'displayItalic',
  'other',
  'otherBold',
  'chinese',
  'japanese',
  'korean',
];
const MARK = /\p{M}/u;

/** Whether a face puts the marks of a cluster on their letter; where it has no place for them they stand beside it. */
function attachesMarks(key: FaceKey, cluster: string): boolean {
  if (!MARK.test(cluster) || !MOVES_MARKS.includes(key)) return true;
  const [, ...marks] = shape(key, cluster, 'ltr', { ligatures: true });
  return marks.every(({ xOffset }) => xOffset !== 0);
}

/** The face that draws a cluster whole, or null where none does. @param text of which it is a part. */
export const faceFor = (font: FontKey, cluster: string, text: string): FaceKey | null =>
  candidates(font, cluster, text).find((key) => hasAll(key, cluster) && attachesMarks(key, cluster)) ?? null;

/** Shares a text out to faces. What no face has is given to the first, which draws an empty box for it. */
export function itemise(text: string, font: FontKey): FaceRun[] {
  const clusters = clustersOf(text);
  const faces = clusters.map((cluster) => faceFor(font, cluster, text) ?? font);
  const runs: FaceRun[] = [];
  let start = 0;
  for (const [index, cluster] of clusters.entries()) {
    const last = runs.at(-1);
    // A space between two parts of one face does not interrupt them.
    const bridges =
      last && SPACE.test(cluster) && faces[index + 1] === last.face && hasAll(last.face, cluster);
    const face = bridges ? last.face : (faces[index] as FaceKey);
    if (last?.face === face) last.end += cluster.length;
    else runs.push({ face, start, end: start + cluster.length });
    start += cluster.length;
  }
  return runs;
}
