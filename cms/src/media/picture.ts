import type { Picture } from '../../shared/contracts/module';
import { mediaUrlOf } from './media-url';

interface MediaFile {
  url: string;
  width?: number | null;
  height?: number | null;
  alternativeText?: string | null;
  updatedAt?: string | Date | null;
  formats?: Record<string, { url: string; width: number; height: number }> | null;
}

/** A rendition drawn in a width, as `drawRenditions` calls them; others are Strapi's own. */
const OF_WIDTH = /^w\d+$/;

/**
 * A file of the media library as the site needs it, or null. Its renditions are WebP where there are any; files from
 * before that have smaller ones in their own format.
 */
export function toPicture(file: MediaFile | null | undefined, alt?: string): Picture | null {
  if (!file) return null;
  const version = (url: string) => mediaUrlOf({ url, updatedAt: file.updatedAt });
  const formats = Object.entries(file.formats ?? {});
  const drawn = formats.filter(([key]) => OF_WIDTH.test(key));
  const renditions = (drawn.length > 0 ? drawn : formats)
    .map(([, { url, width, height }]) => ({ url: version(url), width, height }))
    .sort((a, b) => a.width - b.width);
  return {
    url: version(file.url),
    width: file.width ?? 0,
    height: file.height ?? 0,
    alt: alt ?? file.alternativeText ?? '',
    renditions,
  };
}
