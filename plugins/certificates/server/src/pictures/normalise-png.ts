import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { refused } from './refusal';

/** Pixels. */
export const MOST_PIXELS_A_SIDE = 2000;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

/** All of one kind of chunk, one after the other (ISO/IEC 15948, 5.3). */
function chunks(bytes: Buffer, wanted: string): Buffer {
  const found: Buffer[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === wanted)
      found.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(found);
}

/**
 * Opaque or not, in 8 bits a channel, without anything else that was in the file: texts, places, thumbnails, and colours of
 * pixels that nobody sees.
 *
 * @throws ValidationError for what is broken, has too many pixels or unpacks to more than its pixels.
 */
export function normalisePng(bytes: Buffer): { data: Buffer; width: number; height: number } {
  const header = chunks(bytes, 'IHDR');
  if (header.length < 13) throw refused('the PNG is broken');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (Math.max(width, height) > MOST_PIXELS_A_SIDE)
    throw refused(`it has ${width} × ${height} pixels, at most ${MOST_PIXELS_A_SIDE} a side are allowed`);
  try {
    // Eight bytes for a pixel and one for a row is the most a PNG needs; rows of interlaced ones are counted in seven passes.
    const maxOutputLength = width * height * 8 + (height + 8) * 7;
    inflateSync(chunks(bytes, 'IDAT'), { maxOutputLength });
    const { data } = PNG.sync.read(bytes);
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 0) data.fill(0, at, at + 3);
    const image = new PNG({ width, height });
    data.copy(image.data);
    return { data: PNG.sync.write(image), width, height };
  } catch (error) {
    const isBomb = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw refused(isBomb ? 'the PNG unpacks to more than its pixels' : 'the PNG is broken');
  }
}
