import type { FontKey } from '../display-list';
import { face } from '../fonts/faces';
import { glyphBox } from './harfbuzz';
import { shapeLine } from './shape-line';

/**
 * How far ink reaches from the baseline of a line, in parts of the font size; below is positive, too. Marks above and
 * below each other make it more than any font says of itself.
 */
export function reachOf(text: string, font: FontKey): { above: number; below: number } {
  let [above, below] = [0, 0];
  for (const run of shapeLine(text, font).runs) {
    const { unitsPerEm } = face(run.face).glyphs;
    for (const { id, yOffset } of run.glyphs) {
      const box = glyphBox(run.face, id);
      if (!box) continue;
      above = Math.max(above, (box.top + yOffset) / unitsPerEm);
      below = Math.max(below, -(box.bottom + yOffset) / unitsPerEm);
    }
  }
  return { above, below };
}
