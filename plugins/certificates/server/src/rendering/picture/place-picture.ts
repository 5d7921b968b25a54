import type { DrawItem, PathItem } from '../display-list';
import { remember } from '../remember';
import { readVectorPicture, type VectorShape } from './vector-picture';

/** A picture on a page, by its key: what a template draws before it is known what is in it. */
export interface PictureItem {
  kind: 'picture';
  key: string;
  /** Points; the box has the proportions of the picture. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** What it says to somebody who does not see it; decoration where not given. */
  alternative?: string;
}

/** The bytes of pictures by their keys, as they are kept. */
export type Pictures = Record<string, { mediaType: 'image/svg+xml' | 'image/png'; data: Uint8Array }>;

const vectors = remember(20, readVectorPicture);

const path = (shape: VectorShape, x: number, y: number, scale: number): PathItem => {
  const { d, opacity, color } = shape;
  const common = { kind: 'path', d, x, y, scale, opacity } as const;
  return shape.kind === 'fill'
    ? {
        ...common,
        fill: color,
        stroke: null,
        strokeWidth: 0,
        ...(shape.rule === 'evenodd' && { fillRule: 'evenodd' }),
      }
    : {
        ...common,
        fill: null,
        stroke: color,
        strokeWidth: shape.width * scale,
        line: { cap: shape.cap, join: shape.join },
      };
};

/** Everything that is drawn under the texts, pictures as paths or pixels. @throws Error naming a picture that is not there. */
export function placed(art: (DrawItem | PictureItem)[], pictures: Pictures): DrawItem[] {
  return art.flatMap((item): DrawItem[] => {
    if (item.kind !== 'picture') return [item];
    const { key, x, y, width, height } = item;
    const says = item.alternative === undefined ? {} : { alternative: item.alternative };
    const picture = pictures[key];
    if (!picture) throw new Error(`certificates: the picture ${key} was not given to the renderer`);
    if (picture.mediaType === 'image/png')
      return [{ kind: 'raster', key, png: picture.data, x, y, width, height, ...says }];
    const vector = vectors(Buffer.from(picture.data).toString('utf8'));
    return vector.shapes.map((shape) => ({ ...path(shape, x, y, width / vector.width), ...says }));
  });
}
