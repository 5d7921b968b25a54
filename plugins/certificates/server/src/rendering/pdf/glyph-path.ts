import { face } from '../fonts/faces';
import type { PlacedRun } from '../shape/place-runs';
import { number } from './number';

const OPERATORS: Record<string, string> = { moveTo: 'm', lineTo: 'l', bezierCurveTo: 'c', closePath: 'h' };

/** The outline of a glyph as filled path, its origin at (0, 0); `yOffset` in units of its face. */
export function glyphPath({ face: key, size }: PlacedRun, glyph: number, yOffset: number): string {
  const { font } = face(key);
  const scale = size / font.unitsPerEm;
  let last: [number, number] = [0, 0];
  const written = font.getGlyph(glyph).path.commands.map(({ command, args }) => {
    const points = args.map((value, index) => value + (index % 2 === 1 ? yOffset : 0));
    // PDF has no quadratic curves: the same curve as a cubic one.
    const [cx = 0, cy = 0, x = 0, y = 0] = points;
    const curve =
      command === 'quadraticCurveTo'
        ? [
            last[0] + ((cx - last[0]) * 2) / 3,
            last[1] + ((cy - last[1]) * 2) / 3,
            x + ((cx - x) * 2) / 3,
            y + ((cy - y) * 2) / 3,
            x,
            y,
          ]
        : points;
    if (points.length > 0) last = points.slice(-2) as [number, number];
    return [...curve.map((value) => number(value * scale)), OPERATORS[command] ?? 'c'].join(' ');
  });
  return [...written, 'f'].join('\n');
}
