import type { DrawItem, DrawnPage, PathItem, TextItem } from '../display-list';
import { face } from '../fonts/faces';
import { number } from '../pdf/number';
import { placedRuns } from '../shape/place-runs';
import { rasterElement } from './raster-element';

/** Glyphs of a line as outlines: a picture has no fonts, and cannot choose others than the PDF. */
function textPaths(item: TextItem): string {
  return placedRuns(item)
    .map((run) => {
      const { font } = face(run.face);
      const scale = run.size / font.unitsPerEm;
      let pen = run.x;
      const glyphs = run.glyphs.map(({ id, xAdvance, xOffset, yOffset }) => {
        const d = font.getGlyph(id).path.toSVG();
        const place = `${number(pen + xOffset * scale)} ${number(item.y - yOffset * scale)}`;
        pen += xAdvance * scale + run.spacing;
        return d === ''
          ? ''
          : `<path transform="translate(${place}) scale(${number(scale, 6)} ${number(-scale, 6)})" d="${d}"/>`;
      });
      return glyphs.join('');
    })
    .join('');
}

function pathElement(item: PathItem): string {
  const { d, x, y, scale, rotation, fill, stroke, strokeWidth, opacity, fillRule, line: ends } = item;
  const turned = rotation ? ` rotate(${number(rotation, 4)})` : '';
  const line = stroke ? ` stroke="${stroke}" stroke-width="${number(strokeWidth / scale, 4)}"` : '';
  const rule = fillRule ? ` fill-rule="${fillRule}"` : '';
  const cap = ends ? ` stroke-linecap="${ends.cap}" stroke-linejoin="${ends.join}"` : '';
  const seen = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<path transform="translate(${number(x)} ${number(y)})${turned} scale(${number(scale, 6)})" d="${d}" fill="${fill ?? 'none'}"${line}${rule}${cap}${seen}/>`;
}

function element(item: DrawItem): string {
  if (item.kind === 'raster') return rasterElement(item);
  return item.kind === 'path' ? pathElement(item) : `<g fill="${item.color}">${textPaths(item)}</g>`;
}

/** What a page shows, as elements of SVG in points, without a background. */
export const pageElements = ({ items }: DrawnPage): string => items.map(element).join('');

/** A page as a picture of its own, on white paper. */
export const pageSvg = (page: DrawnPage): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}">` +
  `<rect width="${page.width}" height="${page.height}" fill="#ffffff"/>${pageElements(page)}</svg>`;
