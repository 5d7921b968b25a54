import { drawSvgPath, rgb } from '@cantoo/pdf-lib';
import { LINE_CAPS, LINE_JOINS, type PathItem } from '../display-list';
import { remember } from '../remember';
import { channels, number } from './number';

/** Points on the way and the words for them, of everything pdf-lib writes around a path. */
const CONSTRUCTION = /(^| )[mlcvyh]$/;

/** Blocks of whole modules, as QR codes have hundreds of. */
const BLOCKS = /^(?:M\d+ \d+h\d+v1h-\d+z)+$/;
const BLOCK = /M(\d+) (\d+)h(\d+)/g;

/** Rectangles as one operator each, which is a fifth of the length. */
function blocks(d: string): Constructed {
  const box: Constructed['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  let operators = '';
  for (const [, left, top, width] of d.matchAll(BLOCK)) {
    const [x, y] = [Number(left), Number(top)];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x + Number(width));
    box[3] = Math.max(box[3], y + 1);
    operators += `${left} ${top} ${width} 1 re\n`;
  }
  return { operators: operators.trimEnd(), box };
}

interface Constructed {
  operators: string;
  /** Left, top, right, bottom. */
  box: [number, number, number, number];
}

const constructOnce = remember(300, (d): Constructed => {
  const written = drawSvgPath(d, {
    x: 0,
    y: 0,
    scale: 1,
    color: rgb(0, 0, 0),
    borderColor: undefined,
    borderWidth: 0,
  });
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const operators = written.map(String).filter((operator) => CONSTRUCTION.test(operator));
  const short = operators.map((operator) => {
    const words = operator.split(' ');
    const name = words.pop() as string;
    const numbers = words.map(Number);
    numbers.forEach((value, index) => {
      const axis = index % 2;
      box[axis] = Math.min(box[axis] as number, value);
      box[axis + 2] = Math.max(box[axis + 2] as number, value);
    });
    return [...numbers.map((value) => number(value)), name].join(' ');
  });
  return { operators: short.join('\n'), box };
});

/** SVG path data as PDF path construction, in the path's own coordinates (y still down), and its bounding box. */
export const construct = (d: string): Constructed => (BLOCKS.test(d) ? blocks(d) : constructOnce(d));

/** The operator that paints a constructed path. */
export function painting({ fill, stroke, fillRule }: PathItem): string {
  if (!fill) return 'S';
  return `${stroke ? 'B' : 'f'}${fillRule === 'evenodd' ? '*' : ''}`;
}

/**
 * Colours, line width and place of a path, before it is constructed and painted.
 *
 * @param height of the page in points: PDF counts upwards.
 */
export function preparation(item: PathItem, height: number): string {
  const angle = ((item.rotation ?? 0) * Math.PI) / 180;
  const [cos, sin] = [item.scale * Math.cos(angle), item.scale * Math.sin(angle)];
  const matrix = [cos, -sin, -sin, -cos].map((value) => number(value, 6));
  return [
    `${matrix.join(' ')} ${number(item.x)} ${number(height - item.y)} cm`,
    item.fill ? `${channels(item.fill)} rg` : '',
    item.stroke ? `${channels(item.stroke)} RG ${number(item.strokeWidth / item.scale, 3)} w` : '',
    item.line ? `${LINE_CAPS.indexOf(item.line.cap)} J ${LINE_JOINS.indexOf(item.line.join)} j` : '',
  ]
    .filter(Boolean)
    .join('\n');
}
