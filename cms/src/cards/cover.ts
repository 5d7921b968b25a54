import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/types';
import sharp from 'sharp';
import { COVER } from './card-page';
import { darkened } from './darkened';

/** Lumino's own green, for pages without a cover. */
export const GROUND = '#14524d';

/** Of a file of the media library, on this disk or elsewhere. */
async function bytesOf(strapi: Core.Strapi, url: string): Promise<Buffer> {
  if (url.startsWith('/')) return readFile(path.join(strapi.dirs.static.public, url));
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A cover as a card shows it, and a ground that goes with it. @param url as the media library has it */
export async function coverOf(
  strapi: Core.Strapi,
  url: string | null,
): Promise<{ cover: Uint8Array | null; ground: string }> {
  if (!url) return { cover: null, ground: GROUND };
  const picture = sharp(await bytesOf(strapi, url)).flatten({ background: '#ffffff' });
  const [{ dominant }, cover] = await Promise.all([
    picture.clone().stats(),
    picture.clone().resize(COVER.width, COVER.height, { fit: 'cover' }).png().toBuffer(),
  ]);
  return { cover: new Uint8Array(cover), ground: darkened(dominant) };
}
