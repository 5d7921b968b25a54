import { deflateSync } from 'node:zlib';

/** Compressed bytes (RFC 1950). */
export interface Compressed {
  bytes: Uint8Array;
}

/** Compresses with what Node brings: the same content is the same bytes, as long as Node is the same. */
export function compress(content: Uint8Array | string): Compressed {
  const plain = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return { bytes: deflateSync(plain) };
}
