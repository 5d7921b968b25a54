import type { FontKey } from '../display-list';
import { widthOf } from '../fonts/font-files';
import { reachOf } from '../shape/reach';
import { breakEvenly, breakLines, measure } from './break-lines';

export interface Fitted {
  /** Points. */
  size: number;
  lines: string[];
  /** How many sizes they are apart. */
  lineHeight: number;
}

export interface Room {
  /** Points. */
  width: number;
  height: number;
  /** The size it has when there is room enough. */
  largest: number;
  /** Down to this size a text stays on one line; below, several lines are larger and better. */
  oneLineFrom: number;
  /** Lines are at least this many sizes apart; more where the letters of one would touch those of the next. */
  lineHeight: number;
}

/** Below this nobody reads it; only texts far beyond the limits of the content would need less. */
const SMALLEST = 5;
/** Drawing rounds positions to hundredths of a point; a line that just fits shall not be broken again for that. */
const SLACK = 0.5;

const halfPoints = (size: number): number => Math.floor(size * 2) / 2;

/** How far lines reach above and below their baselines, in sizes: the highest and the deepest of them. */
function reachOfAll(lines: string[], font: FontKey): number {
  const reaches = lines.map((line) => reachOf(line, font));
  return Math.max(...reaches.map(({ above }) => above)) + Math.max(...reaches.map(({ below }) => below));
}

/**
 * Points between the baselines of lines: at least `lineHeight` sizes, more where the letters of one would stand on those of
 * the next. Whole ones, since baselines stand on whole points: so lines are evenly apart.
 */
export const pointsApart = (lines: string[], font: FontKey, size: number, lineHeight: number): number =>
  Math.ceil(size * Math.max(lineHeight, reachOfAll(lines, font)));

/** The largest size, in half points, at which a whole text fits into a room, and its lines at that size. */
export function fit(text: string, font: FontKey, room: Room): Fitted {
  const measured = measure(text, font);
  const width = room.width - SLACK;
  const reach = Math.max(room.lineHeight, reachOfAll([text], font));
  const oneLine = halfPoints(Math.min(width / measured.width, room.height / reach));
  if (oneLine >= room.oneLineFrom)
    return { size: Math.min(room.largest, oneLine), lines: [text], lineHeight: room.lineHeight };

  const isHigher = (count: number, size: number) => count * Math.ceil(size * reach) > room.height;
  let size = room.largest;
  while (size > SMALLEST && isHigher(breakLines(measured, width / size).length, size)) size -= 0.5;
  const lines = breakEvenly(measured, width / size);

  // Where a line ends within a word, letters have other forms than within the text, wider or higher ones.
  const widest = Math.max(...lines.map((line) => widthOf(line, font, 1)));
  size = Math.min(size, halfPoints(width / widest));
  const apart = () => pointsApart(lines, font, size, room.lineHeight);
  while (size > SMALLEST && lines.length * apart() > room.height) size -= 0.5;
  return { size, lines, lineHeight: apart() / size };
}
