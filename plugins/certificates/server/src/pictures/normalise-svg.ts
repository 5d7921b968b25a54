import { Resvg } from '@resvg/resvg-js';
import { LINE_CAPS, LINE_JOINS } from '../rendering/display-list';
import { type VectorShape, writeVectorPicture } from '../rendering/picture/vector-picture';
import { type Matrix, moved, parseMatrix, scaleOf, times } from './path-matrix';
import { refused } from './refusal';

/** The longer side of what is kept: with one decimal, finer than any print. */
const SIDE = 1000;
const MOST_SHAPES = 2000;
const MOST_CHARACTERS = 256 * 1024;

/** What makes more than was sent, or comes from elsewhere: refused before anything is read. */
const REFUSED_ELEMENTS =
  /<(?:[\w-]+:)?(text|tspan|textPath|filter|image|foreignObject|use|symbol|marker|pattern|mask|iframe)[\s/>]/i;
const CURES: Record<string, string> = {
  text: 'convert its texts to paths',
  tspan: 'convert its texts to paths',
  textpath: 'convert its texts to paths',
  use: 'replace its copies by the shapes themselves',
  symbol: 'replace its copies by the shapes themselves',
};

export const isSvg = (text: string): boolean => /<(?:[\w-]+:)?svg[\s>]/i.test(text.slice(0, 4096));

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Every visible path of an SVG by usvg, which has resolved styles, units and basic shapes. */
function shapesOf(svg: string, root: Matrix): VectorShape[] {
  const shapes: VectorShape[] = [];
  const above: { matrix: Matrix; opacity: number }[] = [{ matrix: root, opacity: 1 }];
  for (const [tag, closing, name = '', selfClosing] of svg.matchAll(/<(\/?)([\w-]+)[^>]*?(\/?)>/g)) {
    if (closing) {
      if (name === 'g') above.pop();
      continue;
    }
    if (name === 'svg' || name === 'defs') continue;
    if (name !== 'g' && name !== 'path')
      throw refused(`"${name}" is not supported in an SVG; use plain fills and lines`);
    const outer = above.at(-1) ?? { matrix: root, opacity: 1 };
    const matrix = times(outer.matrix, parseMatrix(attribute(tag, 'transform')));
    const opacity = outer.opacity * Number(attribute(tag, 'opacity') ?? 1);
    if (name === 'g') {
      if (!selfClosing) above.push({ matrix, opacity });
      continue;
    }
    if (attribute(tag, 'visibility') === 'hidden') continue;
    shapes.push(...paintsOf(tag, matrix, opacity));
  }
  return shapes;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A path is filled, then drawn as a line; each is a shape of its own, since each has an opacity. */
function paintsOf(tag: string, matrix: Matrix, opacity: number): VectorShape[] {
  const d = moved(attribute(tag, 'd') ?? '', matrix);
  if (!/^[MLQCZ\d .-]*$/.test(d)) throw refused('a path of the SVG cannot be read');
  const fill = attribute(tag, 'fill') ?? '#000000';
  const stroke = attribute(tag, 'stroke') ?? 'none';
  const seen = (part: string) => rounded(opacity * Number(attribute(tag, part) ?? 1), 3);
  for (const color of [fill, stroke])
    if (color !== 'none' && !/^#[0-9a-f]{6}$/i.test(color))
      throw refused('gradients and patterns are not supported in an SVG; use plain colours');
  if (stroke !== 'none' && attribute(tag, 'stroke-dasharray'))
    throw refused('dashed lines are not supported in an SVG');
  const filled: VectorShape = {
    kind: 'fill',
    d,
    color: fill,
    opacity: seen('fill-opacity'),
    rule: attribute(tag, 'fill-rule') === 'evenodd' ? 'evenodd' : 'nonzero',
  };
  const drawn: VectorShape = {
    kind: 'line',
    d,
    color: stroke,
    opacity: seen('stroke-opacity'),
    width: rounded(Number(attribute(tag, 'stroke-width') ?? 1) * scaleOf(matrix), 2),
    cap: LINE_CAPS.find((name) => name === attribute(tag, 'stroke-linecap')) ?? 'butt',
    join: LINE_JOINS.find((name) => name === attribute(tag, 'stroke-linejoin')) ?? 'miter',
  };
  return [filled, drawn].filter((shape) => shape.color !== 'none' && shape.opacity > 0 && shape.d !== '');
}

/**
 * Plain paths in plain colours, and nothing else that was in the file: no scripts, styles, links or metadata.
 *
 * @throws ValidationError for what is no SVG, shows nothing, or needs more than paths with fills and lines.
 */
export function normaliseSvg(text: string): { data: Buffer; width: number; height: number } {
  const source = withoutComments(text);
  if (/<!ENTITY/i.test(source)) throw refused('an SVG with entities is not supported');
  const element = REFUSED_ELEMENTS.exec(source)?.[1];
  if (element)
    throw refused(
      `"${element}" is not supported in an SVG${CURES[element.toLowerCase()] ? `; ${CURES[element.toLowerCase()]}` : ''}`,
    );
  const normalised = usvg(source);
  const [left = 0, top = 0, across = 0, down = 0] = (attribute(normalised, 'viewBox') ?? '')
    .split(' ')
    .map(Number);
  const scale = SIDE / Math.max(across, down);
  const [width, height] = [across, down].map((side) => Math.max(1, Math.round(side * scale)));
  if (!Number.isFinite(scale)) throw refused('the SVG has no size');
  const shapes = shapesOf(normalised, [scale, 0, 0, scale, -left * scale, -top * scale]);
  if (shapes.length === 0) throw refused('the SVG shows nothing');
  const data = Buffer.from(writeVectorPicture({ width: width as number, height: height as number, shapes }));
  if (shapes.length > MOST_SHAPES || data.length > MOST_CHARACTERS)
    throw refused('the SVG has too many paths; simplify it');
  return { data, width: width as number, height: height as number };
}

/** By hand: a regular expression would look through the rest of the file for the end of each of thousands of comments. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) throw refused('a comment of the SVG has no end');
    kept.push(text.slice(at, start));
    at = end + 3;
  }
  return kept.join('') + text.slice(at);
}

function usvg(source: string): string {
  try {
    return new Resvg(source, { font: { loadSystemFonts: false } }).toString();
  } catch (error) {
    throw refused(
      `it is no SVG that can be read (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
