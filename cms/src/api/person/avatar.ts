import { stat } from 'node:fs/promises';
import sharp from 'sharp';
import { fieldError } from '../../http/parse-body';

const MAX_BYTES = 5 * 1024 * 1024;
const FORMATS = new Set(['jpeg', 'png', 'webp']);
/** Pixels on a side; larger than any page shows it. */
const SIDE = 512;
/** Refuses pixel bombs before they are decoded: 50 megapixels is more than any camera of today's phones makes. */
const MAX_PIXELS = 50_000_000;

/**
 * Decodes a picture and encodes it again as a square WebP beside the original: what is stored holds pixels only, no
 * metadata, no script, nothing hidden behind the end of the file.
 *
 * @throws ValidationError `too-large` (over 5 MB or 50 megapixels), `not-an-image` (anything but JPEG, PNG, WebP, by content)
 */
export async function reencodeAvatar(path: string): Promise<{ filepath: string; size: number }> {
  if ((await stat(path)).size > MAX_BYTES) throw fieldError('avatar', 'too-large');
  const image = sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const { format } = await image.metadata().catch(() => ({ format: undefined }));
  if (!format || !FORMATS.has(format)) throw fieldError('avatar', 'not-an-image');
  const filepath = `${path}.webp`;
  try {
    const { size } = await image
      .rotate()
      .resize(SIDE, SIDE, { fit: 'cover' })
      .webp({ quality: 82 })
      .toFile(filepath);
    return { filepath, size };
  } catch {
    throw fieldError('avatar', 'not-an-image');
  }
}
