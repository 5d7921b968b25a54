import type { Picture } from '../../shared/contracts/module';
import { mediaUrlOf } from './media-url';
import { WIDTHS } from './renditions';

interface MediaFile {
  url: string;
  width?: number | null;
  height?: number | null;
  alternativeText?: string | null;
  updatedAt?: string | Date | null;
  formats?: Record<string, { url: string; width: number; height: number; mime?: string }> | null;
}

const WEBP = 'image/webp';

/**
 * A file of the media library as the site needs it, or null. Its renditions are WebP where there are any; files from
 * before that have smaller ones in their own format.
 */
export function toPicture(file: MediaFile | null | undefined, alt?: string): Picture | null {
  if (!file) return null;
  const version = (url: string) => mediaUrlOf({ url, updatedAt: file.updatedAt });
  const all = Object.values(file.formats ?? {});
  const drawn = all.filter(({ mime }) => mime === WEBP);
  const hasWebp = drawn.some(({ width }) => width >= Math.min(file.width ?? 0, WIDTHS.at(-1) as number));
  const renditions = (hasWebp ? drawn : all)
    .map(({ url, width, height }) => ({ url: version(url), width, height }))
    .sort((a, b) => a.width - b.width);
  return {
    url: version(file.url),
    width: file.width ?? 0,
    height: file.height ?? 0,
    alt: alt ?? file.alternativeText ?? '',
    renditions,
  };
}
