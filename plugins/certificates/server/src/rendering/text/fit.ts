import { widthOf } from '../fonts/font-files';
import type { FontKey } from '../display-list';

/**
 * The largest size from `largest` down to `smallest`, in whole points, at which a text fits on one line of `width`
 * points. At the smallest it is set on several lines by the layout.
 */
export function fitSize(text: string, font: FontKey, width: number, largest: number, smallest: number): number {
  const natural = widthOf(text, font, 1);
  const size = Math.floor(width / natural);
  return Math.max(smallest, Math.min(largest, size));
}
