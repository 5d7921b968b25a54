import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Private files on disk. A key is a relative path of our own making; the same key is the same certificate for ever. */
export function createDiskStorage(directory: string) {
  const place = (key: string): string => {
    const file = path.resolve(directory, key);
    if (!file.startsWith(path.resolve(directory) + path.sep))
      throw new Error(`certificates: the key "${key}" leaves the store`);
    return file;
  };

  return {
    /**
     * Writes beside the target, forces it to the disk, then renames: after a crash there is the whole file or none. Reads
     * it back, so that the hash in the database is that of what lies on the disk.
     * @returns SHA-256 in hexadecimal.
     */
    async write(key: string, bytes: Uint8Array): Promise<string> {
      const target = place(key);
      const folder = path.dirname(target);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const temporary = path.join(folder, `.${randomUUID()}.part`);
      try {
        const file = await open(temporary, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      // The name is only safe once the folder is on the disk, too.
      const parent = await open(folder, 'r');
      await parent.sync().finally(() => parent.close());
      const stored = sha256(await readFile(target));
      if (stored !== sha256(bytes))
        throw new Error(`certificates: ${key} reads back differently than it was written`);
      return stored;
    },

    read: (key: string): Promise<Buffer> => readFile(place(key)),

    remove: (key: string): Promise<void> => rm(place(key), { force: true }),
  };
}
