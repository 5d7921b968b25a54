import type { Entry } from 'yauzl';
import { transferError } from './archive-error';
import { LIMITS } from './archive-limits';

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** The name of an entry, which is UTF-8 whatever the archive says of itself. @throws 400 `not-utf8` */
export function nameOf({ fileNameRaw }: Pick<Entry, 'fileNameRaw'>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    throw transferError('not-utf8', fileNameRaw.toString('latin1'));
  }
}

/** @throws 400 `outside`, `bad-name` */
export function checkName(name: string): void {
  const parts = name.replace(/\/$/, '').split('/');
  if (/^(?:\/|[a-z]:)/i.test(name) || name.includes('\\') || parts.includes('..'))
    throw transferError('outside', name);
  // Control characters, those that no Windows takes, and names that mean the folder itself.
  const bad =
    /[\p{Cc}\p{Cf}<>:"|?*]/u.test(name) ||
    parts.some((part) => part === '' || part === '.' || /[. ]$/.test(part)) ||
    name.length > LIMITS.pathLength ||
    parts.length > LIMITS.depth;
  if (bad) throw transferError('bad-name', name);
}

/** @throws 400 `link`, `encrypted`, `too-large`, `bomb` */
export function checkContents(
  name: string,
  entry: Pick<
    Entry,
    | 'externalFileAttributes'
    | 'generalPurposeBitFlag'
    | 'compressionMethod'
    | 'uncompressedSize'
    | 'compressedSize'
  >,
): void {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR && type !== FOLDER) throw transferError('link', name);
  if (entry.generalPurposeBitFlag & 1) throw transferError('encrypted', name);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw transferError('broken', name);
  if (entry.uncompressedSize > LIMITS.fileBytes) throw transferError('too-large', name);
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > LIMITS.ratioFromBytes && ratio > LIMITS.ratio)
    throw transferError('bomb', name);
}
