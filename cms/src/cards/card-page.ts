import {
  at,
  block,
  display,
  fitted,
  h,
  type PathItem,
  strong,
  type TemplatePage,
  text,
} from '@lumino/strapi-plugin-certificates/templates';

/** Pixels: what social networks ask for (Open Graph). */
export const CARD = { width: 1200, height: 630 };
/** Where the cover stands, from top to bottom. */
export const COVER = { width: 400, height: 630 };
const MARGIN = 72;
const PALE = '#e6eeec';
const WARM = '#f0b75a';
const SCHOOL = 'Lumino';

/** Lumino's lantern, in a box of 32 × 32: as the site's header and its icon have it. */
const FRAME = ['M12.2 6.2a3.8 3.8 0 0 1 7.6 0', 'M9.5 12.5h13v12h-13z'];
const BODY =
  'M11.3 6h9.4l3.3 5.4a.7.7 0 0 1-.6 1.1H8.6a.7.7 0 0 1-.6-1.1zM7 24h18v3.3c0 .9-.8 1.7-1.7 1.7H8.7C7.8 29 7 28.2 7 27.3z';
const FLAME =
  'M16.6 13.2c-.3 2.3 3.4 3.6 3.4 6.9a4 4 0 0 1-8 0c0-1.5.7-2.7 1.6-3.6.2 1 .7 1.6 1.3 1.8-.4-2.1.2-3.9 1.7-5.1z';

function lantern(x: number, y: number, size: number): PathItem[] {
  const scale = size / 32;
  const filled = (d: string, fill: string): PathItem => ({
    kind: 'path',
    ...{ d, x, y, scale, fill },
    stroke: null,
    strokeWidth: 0,
    opacity: 1,
  });
  return [
    ...FRAME.map((d): PathItem => ({
      ...filled(d, PALE),
      fill: null,
      stroke: PALE,
      strokeWidth: 2.2 * scale,
    })),
    filled(BODY, PALE),
    filled(FLAME, WARM),
  ];
}

export interface Card {
  /** A small line above the title. */
  above: string;
  title: string;
  /** A line below it. */
  below: string;
  /** `#rrggbb`, dark enough for white letters. */
  ground: string;
  /** PNG with the proportions of `COVER`. */
  cover: Uint8Array | null;
}

/** What stands for a page where somebody shows a link to it. The title is whole in any case. */
export function cardPage({ above, title, below, ground, cover }: Card): TemplatePage {
  const { width, height } = CARD;
  const inner = width - 2 * MARGIN - (cover ? COVER.width : 0);
  const largest = cover ? 76 : 112;
  const room = { width: inner, height: 290, largest, oneLineFrom: largest * 0.92, lineHeight: 1.08 };
  return {
    width,
    height,
    tree: h(
      { width, height, position: 'relative' },
      at(MARGIN, 88, inner, strong(above, 28, { color: WARM, letterSpacing: 2 })),
      at(MARGIN, 136, inner, fitted(title, room, { font: 'display', color: '#ffffff', align: 'flex-start' })),
      at(MARGIN, 446, inner, text(below, 30, { color: PALE })),
      at(MARGIN + 58, 530, inner, display(SCHOOL, 40, { color: '#ffffff' })),
    ),
    art: [
      block(0, 0, width, height, ground),
      ...(cover
        ? [{ kind: 'raster' as const, key: 'cover', png: cover, x: width - COVER.width, y: 0, ...COVER }]
        : [block(width - 24, 0, 24, height, WARM)]),
      ...lantern(MARGIN - 12, 526, 54),
    ],
  };
}
