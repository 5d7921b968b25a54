import { LINE_CAPS, LINE_JOINS, type LineCap, type LineJoin } from '../display-list';

/** A picture of paths. Plain data, in a box of `width` × `height`, origin at the top left. */
export interface VectorPicture {
  width: number;
  height: number;
  shapes: VectorShape[];
}

/** One path, filled or drawn as a line. Its data has absolute M, L, Q, C and Z only. */
export type VectorShape = { d: string; color: string; opacity: number } & (
  | { kind: 'fill'; rule: 'nonzero' | 'evenodd' }
  | { kind: 'line'; width: number; cap: LineCap; join: LineJoin }
);

const paint = (shape: VectorShape): string =>
  shape.kind === 'fill'
    ? `fill="${shape.color}" fill-rule="${shape.rule}"`
    : `fill="none" stroke="${shape.color}" stroke-width="${shape.width}" stroke-linecap="${shape.cap}" stroke-linejoin="${shape.join}"`;

/** The one way such a picture is written: the same shapes are the same bytes. */
export const writeVectorPicture = ({ width, height, shapes }: VectorPicture): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
  shapes.map((shape) => `<path ${paint(shape)} opacity="${shape.opacity}" d="${shape.d}"/>`).join('') +
  '</svg>';

const PATH =
  /<path fill="(#[0-9a-f]{6}|none)"(?: fill-rule="(nonzero|evenodd)")?(?: stroke="(#[0-9a-f]{6})" stroke-width="([\d.]+)" stroke-linecap="(\w+)" stroke-linejoin="(\w+)")? opacity="([\d.]+)" d="([^"]*)"\/>/g;

/** What `writeVectorPicture` has written; nothing else can be read. */
export function readVectorPicture(svg: string): VectorPicture {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const shapes = [...svg.matchAll(PATH)].map(
    ([, fill, rule, stroke, lineWidth, cap, join, opacity, d = '']): VectorShape =>
      stroke
        ? {
            kind: 'line',
            d,
            color: stroke,
            opacity: Number(opacity),
            width: Number(lineWidth),
            cap: LINE_CAPS.find((name) => name === cap) ?? 'butt',
            join: LINE_JOINS.find((name) => name === join) ?? 'miter',
          }
        : {
            kind: 'fill',
            d,
            color: fill as string,
            opacity: Number(opacity),
            rule: rule === 'evenodd' ? 'evenodd' : 'nonzero',
          },
  );
  return { width: Number(width), height: Number(height), shapes };
}
