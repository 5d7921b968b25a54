import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileMissing } from '../errors';
import { checkReadBack, sha256, type Storage, type StoredFile } from './storage';

/** Null instead of an error where there is nothing of that name. */
async function ifThere<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Certificates in a folder that nobody else may read. */
export function createDiskStorage(directory: string): Storage {
  const place = (key: string): string => {
    const file = path.resolve(directory, key);
    if (!file.startsWith(path.resolve(directory) + path.sep))
      throw new Error(`certificates: the key "${key}" leaves the store`);
    return file;
  };

  async function look(key: string): Promise<StoredFile | null> {
    const found = await ifThere(stat(place(key)));
    return found?.isFile() ? { key, bytes: found.size, modifiedAt: found.mtime } : null;
  }

  async function* filesIn(folder: string): AsyncGenerator<StoredFile> {
    const entries = await ifThere(opendir(path.join(directory, folder)));
    if (!entries) return;
    for await (const entry of entries) {
      // Keys have slashes, whatever the system writes between folders.
      const key = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) yield* filesIn(key);
      // One that went since the folder was read is no file.
      const file = entry.isFile() ? await look(key) : null;
      if (file) yield file;
    }
  }

  return {
    /** Writes beside the target, forces it to the disk, then renames. */
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
      return checkReadBack(key, bytes, sha256(await readFile(target)));
    },

    async read(key: string): Promise<Buffer> {
      const bytes = await ifThere(readFile(place(key)));
      if (!bytes) throw fileMissing(key);
      return bytes;
    },

    look,

    list: (): AsyncIterable<StoredFile> => filesIn(''),

    async hash(key: string): Promise<string | null> {
      const digest = createHash('sha256');
      const read = await ifThere(pipeline(createReadStream(place(key)), digest).then(() => true));
      return read ? digest.digest('hex') : null;
    },

    remove: (key: string): Promise<void> => rm(place(key), { force: true }),
  };
}
