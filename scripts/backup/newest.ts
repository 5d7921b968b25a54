import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../problem.ts';
import { diskStore } from './files/disk.ts';
import type { FileStore } from './files/file-store.ts';
import { newestFirst } from './rotation.ts';

async function newestIn(store: FileStore): Promise<string | null> {
  const names: string[] = [];
  for await (const { key } of store.list()) names.push(key);
  // Its checksum is written last.
  return newestFirst(names).find((name) => names.includes(`${name}.sha256`)) ?? null;
}

/**
 * The newest backup: of the folder, or, where that has none, of the bucket for copies, from which it is fetched.
 * @throws Problem when there is none.
 */
export async function findNewest(folder: string, copies: FileStore | null): Promise<string> {
  const here = await newestIn(diskStore(folder));
  if (here) return path.join(folder, here);
  const there = copies && (await newestIn(copies));
  if (!copies || !there)
    throw new Problem(
      `There is no backup in ${folder}${copies ? ` nor in ${copies.where}` : ''}.`,
      'Name one: npm run restore -- --from FILE',
    );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of [there, `${there}.sha256`]) {
    const found = await copies.open(name);
    if (!found) throw new Problem(`${copies.where}${name} is gone.`, 'Try again.');
    await pipeline(found.content, createWriteStream(path.join(folder, name), { mode: 0o600 }));
  }
  return path.join(folder, there);
}
