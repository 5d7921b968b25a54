import type { TextItem } from '../display-list';
import { type Run, shapeLine } from './shape-line';

/** A run where it stands on the page. */
export interface PlacedRun extends Run {
  /** Points from the left edge. */
  x: number;
  /** Points. */
  size: number;
  /** Points between letters. */
  spacing: number;
}

/** Letters that are joined, or have marks, are not spaced out. */
const canBeSpaced = ({ glyphs, isRightToLeft, face }: Run): boolean =>
  !isRightToLeft && !/^(devanagari|thai)/.test(face) && glyphs.every(({ xAdvance }) => xAdvance > 0);

/** The runs of a line of text, from left to right. */
export function placedRuns({ text, font, x, size, letterSpacing }: TextItem): PlacedRun[] {
  let left = x;
  return shapeLine(text, font, letterSpacing === 0).runs.map((run) => {
    const spacing = canBeSpaced(run) ? letterSpacing : 0;
    const placed = { ...run, x: left, size, spacing };
    left += run.width * size + spacing * run.glyphs.length;
    return placed;
  });
}
