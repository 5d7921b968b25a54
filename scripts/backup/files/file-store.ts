import type { Readable } from 'node:stream';

/** A place where files lie under keys with slashes: a folder, or a bucket. */
export interface FileStore {
  /** For people: where it is. */
  where: string;
  list(): AsyncIterable<{ key: string; bytes: number }>;
  /** @returns null where there is no such file. */
  open(key: string): Promise<{ bytes: number; content: Readable } | null>;
  /** Puts a file of this machine there, whole or not at all. */
  put(key: string, file: string): Promise<void>;
  remove(key: string): Promise<void>;
}
