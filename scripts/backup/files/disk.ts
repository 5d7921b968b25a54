import { copyFile, mkdir, open, opendir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from './file-store.ts';

const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Files below a folder. What begins with a dot was never finished, and is none. */
export function diskStore(folder: string): FileStore {
  async function* filesIn(below: string): AsyncGenerator<{ key: string; bytes: number }> {
    const entries = await opendir(path.join(folder, below)).catch((error) => {
      if (missing(error)) return null;
      throw error;
    });
    for await (const entry of entries ?? []) {
      const key = below ? `${below}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) yield* filesIn(key);
      else if (entry.isFile()) yield { key, bytes: 0 };
    }
  }
  const place = (key: string): string => {
    const file = path.resolve(folder, key);
    if (file.startsWith(path.resolve(folder) + path.sep)) return file;
    throw new Error(`the key "${key}" leaves the folder`);
  };
  return {
    where: folder,
    list: () => filesIn(''),
    async open(key) {
      try {
        const handle = await open(place(key), 'r');
        const { size } = await handle.stat();
        // One that grows meanwhile is saved as it was when it was opened.
        const content = handle.createReadStream(size > 0 ? { end: size - 1 } : {});
        return { bytes: size, content };
      } catch (error) {
        if (missing(error)) return null;
        throw error;
      }
    },
    async put(key, file) {
      const target = place(key);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const part = path.join(path.dirname(target), `.${path.basename(target)}.part`);
      await copyFile(file, part);
      const handle = await open(part, 'r+');
      await handle.sync().finally(() => handle.close());
      await rename(part, target);
    },
    remove: (key) => rm(place(key), { force: true }),
  };
}
