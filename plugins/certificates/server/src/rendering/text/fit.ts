import type { FontKey } from '../display-list';
import { breakEvenly, breakLines, measure } from './break-lines';

export interface Fitted {
  /** Points. */
  size: number;
  lines: string[];
}

export interface Room {
  /** Points. */
  width: number;
  height: number;
  /** The size it has when there is room enough. */
  largest: number;
  /** Down to this size a text stays on one line; below, several lines are larger and better. */
  oneLineFrom: number;
  /** Lines are this many sizes apart. */
  lineHeight: number;
}

/** Below this nobody reads it; only texts far beyond the limits of the content would need less. */
const SMALLEST = 5;
/** Drawing rounds positions to hundredths of a point; a line that just fits shall not be broken again for that. */
const SLACK = 0.5;

/** The largest size, in half points, at which a whole text fits into a room, and its lines at that size. */
export function fit(text: string, font: FontKey, room: Room): Fitted {
  const measured = measure(text, font);
  const width = room.width - SLACK;
  const oneLine = Math.floor((width / measured.width) * 2) / 2;
  if (oneLine >= room.oneLineFrom) return { size: Math.min(room.largest, oneLine), lines: [text] };
  const fits = (size: number) =>
    breakLines(measured, width / size).length * size * room.lineHeight <= room.height;
  let size = room.largest;
  while (size > SMALLEST && !fits(size)) size -= 0.5;
  return { size, lines: breakEvenly(measured, width / size) };
}
