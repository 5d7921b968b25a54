import { createHash } from 'node:crypto';

export interface StoredFile {
  key: string;
  bytes: number;
  modifiedAt: Date;
}

/** Private files. A key is a relative path of our own making; the same key is the same certificate for ever. */
export interface Storage {
  /**
   * The whole file or none, whatever crashes meanwhile; read back, so that the hash in the database is that of what is kept.
   * @returns SHA-256 in hexadecimal.
   */
  write(key: string, bytes: Uint8Array): Promise<string>;
  /** @throws 503 `file-missing` where there is no such file. */
  read(key: string): Promise<Buffer>;
  /** @returns null where there is no such file. */
  look(key: string): Promise<StoredFile | null>;
  /** Every file there is, in no order, one after another; also what a crash left half-written. */
  list(): AsyncIterable<StoredFile>;
  /** SHA-256 in hexadecimal of what is kept, read piece by piece; null where there is no such file. */
  hash(key: string): Promise<string | null>;
  /** Nothing happens where there is no such file. */
  remove(key: string): Promise<void>;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What is kept must be what was given. @throws where it is not. */
export function checkReadBack(key: string, given: Uint8Array, stored: string): string {
  if (stored !== sha256(given))
    throw new Error(`certificates: ${key} reads back differently than it was written`);
  return stored;
}

/** Whether a file of this key is what `write` had begun when it was cut off: a name of its own making, and no other. */
export const isLeftover = (key: string): boolean =>
  /(^|\/)\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/.test(key);
