import type { DrawnPage, PathItem, TextItem } from '../display-list';
import { face } from '../fonts/faces';
import { number } from '../pdf/number';
import { placedRuns } from '../shape/place-runs';

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

function pathElement({ d, x, y, scale, rotation, fill, stroke, strokeWidth, opacity }: PathItem): string {
  const turned = rotation ? ` rotate(${number(rotation, 4)})` : '';
  const line = stroke ? ` stroke="${stroke}" stroke-width="${number(strokeWidth / scale, 4)}"` : '';
  const seen = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<path transform="translate(${number(x)} ${number(y)})${turned} scale(${number(scale, 6)})" d="${d}" fill="${fill ?? 'none'}"${line}${seen}/>`;
}

/** What a page shows, as elements of SVG in points, without a background. */
export const pageElements = ({ items }: DrawnPage): string =>
  items
    .map((item) =>
      item.kind === 'path' ? pathElement(item) : `<g fill="${item.color}">${textPaths(item)}</g>`,
    )
    .join('');

/** A page as a picture of its own, on white paper. */
export const pageSvg = (page: DrawnPage): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}">` +
  `<rect width="${page.width}" height="${page.height}" fill="#ffffff"/>${pageElements(page)}</svg>`;
