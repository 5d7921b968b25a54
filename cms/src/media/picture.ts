import type { Picture } from '../../shared/contracts/module';

interface MediaFile {
  url: string;
  width?: number | null;
  height?: number | null;
  alternativeText?: string | null;
  formats?: Record<string, { url: string; width: number; height: number }> | null;
}

/** A file of the media library as the site needs it, or null. */
export function toPicture(file: MediaFile | null | undefined, alt?: string): Picture | null {
  if (!file) return null;
  const renditions = Object.values(file.formats ?? {})
    .map(({ url, width, height }) => ({ url, width, height }))
    .sort((a, b) => a.width - b.width);
  return {
    url: file.url,
    width: file.width ?? 0,
    height: file.height ?? 0,
    alt: alt ?? file.alternativeText ?? '',
    renditions,
  };
}
