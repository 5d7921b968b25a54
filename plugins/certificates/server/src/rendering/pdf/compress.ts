import { zlibSync } from 'fflate';

/** Compressed bytes (RFC 1950). */
export interface Compressed {
  bytes: Uint8Array;
  /** How many they stand for. */
  length: number;
}

/**
 * Compresses in JavaScript: what Node brings with it gives other bytes on other processors and in other versions, and a
 * certificate that is drawn again shall be the same file.
 */
export function compress(content: Uint8Array | string): Compressed {
  const plain = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return { bytes: zlibSync(plain, { level: 6 }), length: plain.length };
}
