import type { Core } from '@strapi/types';
import sharp from 'sharp';
import { mediaBytes } from '../media/media-bytes';
import { COVER } from './card-page';
import { darkened } from './darkened';

/** Lumino's own green, for pages without a cover. */
export const GROUND = '#14524d';

/** A cover as a card shows it, and a ground that goes with it. @param url as the media library has it */
export async function coverOf(
  strapi: Core.Strapi,
  url: string | null,
): Promise<{ cover: Uint8Array | null; ground: string }> {
  if (!url) return { cover: null, ground: GROUND };
  const picture = sharp(await mediaBytes(strapi, url)).flatten({ background: '#ffffff' });
  const [{ dominant }, cover] = await Promise.all([
    picture.clone().stats(),
    picture.clone().resize(COVER.width, COVER.height, { fit: 'cover' }).png().toBuffer(),
  ]);
  return { cover: new Uint8Array(cover), ground: darkened(dominant) };
}
