import type { Picture } from '../../../shared/contracts/settings';
import { isPng, normalisePng } from './normalise-png';
import { isSvg, normaliseSvg } from './normalise-svg';
import { refused } from './refusal';

const MOST_BYTES = 512 * 1024;

/** What a picture is kept as; what it is, is told by its content. @throws ValidationError (400) with the reason */
export function normalise(bytes: Buffer): Omit<Picture, 'key'> & { data: Buffer } {
  if (bytes.length > MOST_BYTES) throw refused('it has more than 512 KiB');
  if (isPng(bytes)) return { mediaType: 'image/png', ...normalisePng(bytes) };
  const text = bytes.toString('utf8');
  if (isSvg(text)) return { mediaType: 'image/svg+xml', ...normaliseSvg(text) };
  throw refused('it is neither an SVG nor a PNG');
}
