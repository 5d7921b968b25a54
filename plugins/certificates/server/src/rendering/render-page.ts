import type { Snapshot } from '../../../shared/snapshot';
import type { Template } from '../templates/template';
import { drawPages } from './draw-pages';
import type { Pictures } from './picture/place-picture';
import { pageSvg } from './png/page-svg';
import { raster } from './render-png';

/**
 * Any page of a certificate as PNG.
 * @param wanted width in pixels, page from 1 on
 * @returns also how many pages there are; no picture for one that is not there.
 */
export async function renderPage(
  snapshot: Snapshot,
  template: Template,
  wanted: { width: number; page: number },
  pictures: Pictures = {},
): Promise<{ png: Uint8Array | null; pages: number }> {
  const drawn = await drawPages(snapshot, template, pictures);
  const page = drawn[wanted.page - 1];
  return { png: page ? await raster(pageSvg(page), wanted.width) : null, pages: drawn.length };
}
