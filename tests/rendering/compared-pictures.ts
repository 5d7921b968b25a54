import { spawnSync } from 'node:child_process';
import path from 'node:path';

export interface Pair {
  /** Files of PNG or PDF. */
  a: string;
  b: string;
  /** Pixels, for PDFs. */
  width: number;
  /** Where to draw what differs. */
  difference?: string;
  /** Whether only the shapes count, wherever they stand. */
  aligned?: boolean;
  /** Writes `b` to `a` in shades of grey, before they are compared. */
  accept?: boolean;
}

/** For each pair the part of its pixels that differs visibly, or where they are aligned the part of the ink they share. */
export function comparePictures(pairs: Pair[]): { changed: number; overlap: number }[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.resolve('tests/rendering/compare-pictures.mjs')],
    { input: JSON.stringify(pairs), maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the pictures could not be compared: ${stderr}`);
  return JSON.parse(stdout);
}
