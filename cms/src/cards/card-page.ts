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

/** Lumino's lantern, in a box of 24 × 24. */
const LANTERN =
  'M11 1h2v2h-2zM8 4h8l1 3H7zM7 8h2v10H7zM15 8h2v10h-2zM12 9c1.6 2 2.4 3.2 2.4 4.600a2.400 2.400 0 0 1-4.800 0C9.600 12.200 10.400 11 12 9zM6 19h12v2H6zM9 22h6v1H9z';

const lantern = (x: number, y: number, size: number): PathItem => ({
  kind: 'path',
  d: LANTERN,
  x,
  y,
  scale: size / 24,
  fill: WARM,
  stroke: null,
  strokeWidth: 0,
  opacity: 1,
});

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
  const room = { width: inner, height: 290, largest, oneLineFrom: largest * 0.8, lineHeight: 1.08 };
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
      lantern(MARGIN - 10, 526, 52),
    ],
  };
}
