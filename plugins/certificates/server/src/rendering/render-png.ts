import type { Snapshot } from '../../../shared/snapshot';
import type { Template, TemplatePage } from '../templates/template';
import type { DrawnPage } from './display-list';
import { drawPage, drawPages } from './draw-pages';
import type { Pictures } from './picture/place-picture';
import { pageSvg } from './png/page-svg';
import { CARD, cardSvg } from './png/social-card';

/** There are no fonts in the SVG; looking for those of the machine would take longer than the picture. */
export async function raster(svg: string, width: number): Promise<Uint8Array> {
  // Loaded by who draws pictures: it takes 8 MB.
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

async function firstPage(snapshot: Snapshot, template: Template, pictures: Pictures): Promise<DrawnPage> {
  const [page] = await drawPages(snapshot, template, pictures);
  if (!page) throw new Error(`certificates: the template "${template.key}" has no page`);
  return page;
}

/** The first page of a certificate as PNG: what the PDF shows, from the same layout. @param width in pixels */
export const renderPreview = async (
  snapshot: Snapshot,
  template: Template,
  width: number,
  pictures: Pictures = {},
): Promise<Uint8Array> => raster(pageSvg(await firstPage(snapshot, template, pictures)), width);

/** A picture of 1200 × 630 pixels for links that are shared, as PNG. */
export const renderCard = async (
  snapshot: Snapshot,
  template: Template,
  pictures: Pictures = {},
): Promise<Uint8Array> =>
  raster(cardSvg(await firstPage(snapshot, template, pictures), snapshot.issuer.accent), CARD.width);

/** A page that belongs to no certificate, as PNG. @param width in pixels; the height follows from the page's proportions */
export const renderPicture = async (page: TemplatePage, width: number): Promise<Uint8Array> =>
  raster(pageSvg(await drawPage(page)), width);
