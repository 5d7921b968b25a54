import { clustersOf } from '../shape/itemise';

/** A part of a text that stays on one line. */
export interface Segment {
  text: string;
  /** Whether a space stands between it and the segment before, unless a line ends there. */
  afterSpace: boolean;
}

const THAI = /\p{Script=Thai}/u;
/** Scripts that are written without spaces, and broken after any character. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Never at the start of a line: closing brackets, full stops, small kana, the mark of a long vowel. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}、。，．：；！？・ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/u;

const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });

/** Parts of a word between which a line may end. */
function partsOf(word: string): string[] {
  if (THAI.test(word)) return [...thaiWords.segment(word)].map(({ segment }) => segment);
  if (!IDEOGRAPHIC.test(word)) return [word];
  const parts: string[] = [];
  for (const cluster of clustersOf(word)) {
    const before = parts.at(-1);
    const joins =
      before !== undefined &&
      (NOT_FIRST.test(cluster) || (!IDEOGRAPHIC.test(cluster) && !IDEOGRAPHIC.test(before)));
    if (joins) parts[parts.length - 1] = before + cluster;
    else parts.push(cluster);
  }
  return parts;
}

/** Segments of a text whose words are parted by single spaces; all of them, in order, give the text again. */
export const segmentsOf = (text: string): Segment[] =>
  text
    .split(' ')
    .flatMap((word, place) =>
      partsOf(word).map((part, index) => ({ text: part, afterSpace: place > 0 && index === 0 })),
    );
