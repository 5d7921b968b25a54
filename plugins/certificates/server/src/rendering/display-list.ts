import type { Role } from './layout/element';

/** A place in the structure of a document; the same object means the same place. */
export interface StructureNode {
  role: Role | 'Figure';
  /** None: right below the document. */
  parent?: StructureNode;
}

/**
 * What a page shows, after layout: plain data, in points, origin at the top left, y down. Every back end reads this and
 * nothing else, so what one draws the other draws, too.
 */
export type DrawItem =
  | {
      kind: 'text';
      /** One line, as it is read. */
      text: string;
      /** Of its left end, whatever its direction. */
      x: number;
      /** The baseline. */
      y: number;
      font: FontKey;
      size: number;
      /** `#rrggbb` */
      color: string;
      letterSpacing: number;
      /** What it belongs to; a paragraph of its own where not given. */
      structure?: StructureNode;
    }
  | {
      kind: 'path';
      /** SVG path data. The same data drawn several times is kept once. */
      d: string;
      x: number;
      y: number;
      scale: number;
      /** Degrees, clockwise, about (x, y); none where not given. */
      rotation?: number;
      fill: string | null;
      stroke: string | null;
      /** In points on the page, whatever the scale. */
      strokeWidth: number;
      /** 0 to 1. */
      opacity: number;
      /** Which parts of overlapping outlines are inside; `nonzero` where not given. */
      fillRule?: 'evenodd';
      /** How lines end and meet; `butt` and `miter` where not given. */
      line?: { cap: LineCap; join: LineJoin };
      /**
       * What it says to somebody who does not see it; decoration where not given. Neighbours that say the same are one
       * figure.
       */
      alternative?: string;
    }
  | {
      /** A picture of pixels, stretched to its box. */
      kind: 'raster';
      /** Names the pixels; drawn several times, they are kept once. */
      key: string;
      png: Uint8Array;
      x: number;
      y: number;
      width: number;
      height: number;
      /** What it says to somebody who does not see it; decoration where not given. */
      alternative?: string;
    };

export const LINE_CAPS = ['butt', 'round', 'square'] as const;
export type LineCap = (typeof LINE_CAPS)[number];
export const LINE_JOINS = ['miter', 'round', 'bevel'] as const;
export type LineJoin = (typeof LINE_JOINS)[number];

export type TextItem = Extract<DrawItem, { kind: 'text' }>;
export type PathItem = Extract<DrawItem, { kind: 'path' }>;
export type RasterItem = Extract<DrawItem, { kind: 'raster' }>;

export interface DrawnPage {
  width: number;
  height: number;
  items: DrawItem[];
}

export const FONT_KEYS = ['text', 'textBold', 'display', 'displayItalic'] as const;
export type FontKey = (typeof FONT_KEYS)[number];
