import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem.ts';

/** A README with many pictures is to load quickly. */
const MOST_BYTES = 120 * 1024;

/**
 * Writes the sharpest of these pictures that is small enough.
 * @param draw makes one after the other, from sharp to coarse
 * @throws Problem when even the last is too large
 */
export async function savePicture(file: string, draw: (() => Promise<Buffer>)[]): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  for (const one of draw) {
    const bytes = await one();
    if (bytes.length > MOST_BYTES) continue;
    writeFileSync(file, bytes);
    console.log(`✓ ${path.basename(file)}`);
    return;
  }
  throw new Problem(`The picture "${path.basename(file)}" is too large.`, 'Show less on it.');
}
