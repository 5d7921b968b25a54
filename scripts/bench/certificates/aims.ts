import type { Measurement } from '../measurement.ts';
import { mean } from '../statistics.ts';
import { figure } from '../table.ts';
import type { ContestantKey } from './contestants.ts';

export type Results = Partial<Record<ContestantKey, Measurement>>;

export interface Outcome {
  aim: string;
  /** Null: what it is about was not measured. */
  isMet: boolean | null;
  found: string;
}

const PEAK_MEGABYTES = 250;
/** How much memory may grow from a fifth of the run to its end and still be called flat. */
const FLAT = 1.1;
const TWO_THREADS = 1.7;

/** Mean memory of the last tenth up to a part of the run. */
export function memoryAround({ memory, count }: Measurement, part: number): number {
  const near = memory.filter(({ done }) => done <= count * part && done > count * (part - 0.1));
  return mean((near.length > 0 ? near : memory).map(({ megabytes }) => megabytes));
}

/** What issue and design ask of the renderer, as ratios of one run. */
export function aimsOf(results: Results): Outcome[] {
  const { 'ours-bulk': bulk, 'ours-one-off': oneOff, 'ours-two-threads': two } = results;
  const { typst, weasyprint, chromium } = results;
  const ratio = (
    aim: string,
    above: number | undefined,
    below: number | undefined,
    isEnough: (ratio: number) => boolean,
  ): Outcome => {
    if (!above || !below) return { aim, isMet: null, found: 'not measured' };
    return { aim, isMet: isEnough(above / below), found: `${figure(above / below)} ×` };
  };
  const slowest = bulk && oneOff && Math.max(bulk.medianMs, oneOff.medianMs);
  const [early, late] = bulk ? [memoryAround(bulk, 0.2), memoryAround(bulk, 1)] : [];
  return [
    ratio('bulk: no slower than Typst', bulk?.medianMs, typst?.medianMs, (found) => found <= 1),
    ratio('one at a time: at most 3 × Typst', oneOff?.medianMs, typst?.medianMs, (found) => found <= 3),
    ratio('both at least 10 × faster than WeasyPrint', weasyprint?.medianMs, slowest, (found) => found >= 10),
    ratio('both at least 20 × faster than Chromium', chromium?.medianMs, slowest, (found) => found >= 20),
    {
      aim: `peak memory below ${PEAK_MEGABYTES} MB`,
      isMet: bulk ? bulk.peakMegabytes < PEAK_MEGABYTES : null,
      found: bulk ? `${figure(bulk.peakMegabytes)} MB` : 'not measured',
    },
    {
      aim: 'memory flat',
      isMet: early && late ? late <= early * FLAT : null,
      found:
        bulk && early && late
          ? `${figure(early)} MB at ${bulk.count / 5}, ${figure(late)} MB at ${bulk.count}`
          : 'not measured',
    },
    ratio(
      `two threads at least ${TWO_THREADS} × one`,
      two && two.count / two.wallMs,
      bulk && bulk.count / bulk.wallMs,
      (found) => found >= TWO_THREADS,
    ),
  ];
}
