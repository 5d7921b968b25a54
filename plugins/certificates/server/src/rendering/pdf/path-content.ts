import { drawSvgPath, rgb } from '@cantoo/pdf-lib';
import { LINE_CAPS, LINE_JOINS, type PathItem } from '../display-list';
import { remember } from '../remember';
import { channels, number } from './number';

/** Points on the way and the words for them, of everything pdf-lib writes around a path. */
const CONSTRUCTION = /(^| )[mlcvyh]$/;

/** The numbers before an operator, if it is this one. */
const numbersOf = (operator: string | undefined, name: string): number[] | null =>
  operator?.endsWith(` ${name}`) ? operator.split(' ').slice(0, -1).map(Number) : null;

/** Four corners as one operator, which is a fifth of the length: QR codes are hundreds of them. */
function withRectangles(operators: string[]): string[] {
  const shorter: string[] = [];
  for (let index = 0; index < operators.length; index++) {
    const [x0, y0] = numbersOf(operators[index], 'm') ?? [];
    const corners = [1, 2, 3].map((step) => numbersOf(operators[index + step], 'l') ?? []);
    const [[x1, y1] = [], [x2, y2] = [], [x3, y3] = []] = corners;
    const isRectangle =
      operators[index + 4] === 'h' &&
      y0 === y1 &&
      x1 === x2 &&
      y2 === y3 &&
      x3 === x0 &&
      corners.every((corner) => corner.length === 2);
    if (x0 === undefined || y0 === undefined || !isRectangle) {
      shorter.push(operators[index] as string);
      continue;
    }
    const [width, height] = [(x1 as number) - x0, (y2 as number) - y0];
    shorter.push(`${[x0, y0, width, height].map((value) => number(value)).join(' ')} re`);
    index += 4;
  }
  return shorter;
}

interface Constructed {
  operators: string;
  /** Left, top, right, bottom. */
  box: [number, number, number, number];
}

/** SVG path data as PDF path construction, in the path's own coordinates (y still down), and its bounding box. */
export const construct = remember(300, (d): Constructed => {
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
  return { operators: withRectangles(short).join('\n'), box };
});

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
