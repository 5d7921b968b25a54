import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

/** Widths in pixels: a card, a card on a dense screen or a column, a phone, and the widest that any page shows. */
export const WIDTHS = [400, 800, 1200, 1920];
const WEBP = { quality: 80, effort: 4 } as const;

/** What Strapi's upload plugin hands over, and takes back, of a file that lies in a temporary folder. */
export interface UploadedFile {
  name: string;
  hash: string;
  ext: string;
  mime: string;
  path?: string | null;
  tmpWorkingDirectory: string;
  width?: number | null;
  getStream(): Readable;
}

/** The widths a picture is drawn in: those below its own, and its own up to the widest. */
export const widthsOf = (width: number): number[] => [
  ...new Set([...WIDTHS.filter((one) => one < width), Math.min(width, WIDTHS.at(-1) as number)]),
];

/** `wide.PNG` in width 400 as `w400_wide.webp`: for people who look into the folder. */
const named = (name: string, width: number): string =>
  `w${width}_${name.slice(0, name.length - path.extname(name).length)}.webp`;

/**
 * A picture as WebP, in each width that makes sense for it, in temporary files which the upload plugin stores and removes.
 * A drawing with few colours may be smaller as it came: then it is not drawn in its own width.
 * @returns the formats for the media library, keyed `w400`
 */
export async function drawRenditions(
  file: UploadedFile,
): Promise<{ key: string; file: Record<string, unknown> }[]> {
  if (!file.width) return [];
  // Read once and first: the plugin stores the original meanwhile, and takes its path away when it has.
  const source = await buffer(file.getStream());
  const formats = [];
  for (const width of widthsOf(file.width)) {
    const hash = `w${width}_${file.hash}`;
    const filepath = path.join(file.tmpWorkingDirectory, hash);
    const info = await sharp(source, { animated: true })
      .resize({ width, withoutEnlargement: true })
      .webp(WEBP)
      .toFile(filepath);
    if (width === file.width && info.size >= source.length) continue;
    formats.push({
      key: `w${width}`,
      file: {
        name: named(file.name, width),
        hash,
        ext: '.webp',
        mime: 'image/webp',
        path: file.path ?? null,
        filepath,
        getStream: () => createReadStream(filepath),
        width: info.width,
        // Of an animation: all its pictures are one above the other.
        height: info.pageHeight ?? info.height,
        // The media library counts in kilobytes of 1,000 bytes.
        size: Math.round(info.size / 10) / 100,
        sizeInBytes: info.size,
      },
    });
  }
  return formats;
}
