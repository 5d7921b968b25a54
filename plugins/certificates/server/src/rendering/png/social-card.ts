import type { DrawnPage } from '../display-list';
import { pageElements } from './page-svg';

/** Pixels: what social networks ask for (Open Graph). */
export const CARD = { width: 1200, height: 630 };

const MARGIN = 40;
/** A page higher than wide would be too small to read: it is as wide as this, and goes on below the edge. */
const LEAST_WIDTH = 720;

/** Part of the way from a colour to white. */
const lighter = (color: string, part: number): string =>
  '#' +
  [1, 3, 5]
    .map((from) => parseInt(color.slice(from, from + 2), 16))
    .map((channel) =>
      Math.round(channel + (255 - channel) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');

/** The page as a sheet of paper on a ground of the issuer's colour. @param accent `#rrggbb` */
export function cardSvg(page: DrawnPage, accent: string): string {
  const { width, height } = CARD;
  const whole = Math.min((width - 2 * MARGIN) / page.width, (height - 2 * MARGIN) / page.height);
  const scale = Math.max(whole, LEAST_WIDTH / page.width);
  const left = (width - page.width * scale) / 2;
  const sheet = `width="${page.width}" height="${page.height}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${lighter(accent, 0.82)}"/>` +
    `<g transform="translate(${left} ${MARGIN}) scale(${scale})">` +
    [3, 2, 1]
      .map((step) => `<rect x="${-step}" y="${step}" ${sheet} fill="${accent}" opacity="0.08"/>`)
      .join('') +
    `<rect ${sheet} fill="#ffffff"/>${pageElements(page)}</g></svg>`
  );
}
