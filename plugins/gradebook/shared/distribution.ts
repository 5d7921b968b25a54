import type { Scale } from './mark-scale';

/** Marks from `from` up to, not including, `to`; the last bin includes it. */
export interface Bin {
  from: number;
  to: number;
  count: number;
  /** How many of `count` reach the pass mark: the pass mark may lie inside a bin. */
  passed: number;
}

const MOST_WHOLE_MARKS = 21;
const BINS_OTHERWISE = 10;

/**
 * How the marks spread over the scale: a bin for each whole mark where the scale has few of them (1 to 10 gives ten bins,
 * the last holding 10 alone), ten equal parts otherwise (0 to 100).
 */
export function distributionOf(marks: number[], scale: Scale): Bin[] {
  const bins = emptyBins(scale);
  const [first] = bins;
  if (!first) return bins;
  const width = first.to - first.from;
  for (const mark of marks) {
    // A quotient may fall a hair short of the whole number it stands for: (1.7 - 0.5) / 0.2 is 5.999….
    const place = Math.floor((mark - scale.minimum) / width + 1e-9);
    const bin = bins[Math.min(Math.max(place, 0), bins.length - 1)] as Bin;
    bin.count += 1;
    if (mark >= scale.passMark) bin.passed += 1;
  }
  return bins;
}

function emptyBins({ minimum, maximum }: Scale): Bin[] {
  const span = maximum - minimum;
  if (!(span > 0)) return [];
  const whole = Number.isInteger(minimum) && Number.isInteger(maximum) && span < MOST_WHOLE_MARKS;
  const width = whole ? 1 : span / BINS_OTHERWISE;
  const round = (value: number): number => Math.round(value * 100) / 100;
  return Array.from({ length: whole ? span + 1 : BINS_OTHERWISE }, (_, index) => ({
    from: round(minimum + index * width),
    to: round(minimum + (index + 1) * width),
    count: 0,
    passed: 0,
  }));
}
