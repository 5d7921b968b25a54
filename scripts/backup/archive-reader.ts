import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import { Problem } from '../problem.ts';
import { decrypterFor, type BackupKeys } from './key.ts';
import { Manifest, MANIFEST } from './manifest.ts';

const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/**
 * Unpacks an archive into an empty folder, and compares every entry with the manifest's hash of it.
 * @throws Problem when the file was changed or cut off, or this is not its key. Nothing outside `folder` was touched.
 */
export async function readArchive(file: string, keys: BackupKeys, folder: string): Promise<Manifest> {
  const listed = `${file}.sha256`;
  if (existsSync(listed) && (await readFile(listed, 'utf8')).split(' ')[0] !== (await sha256Of(file)))
    throw new Problem(
      `${path.basename(file)} is not what was written: its SHA-256 differs.`,
      'Take another backup.',
    );

  const sha256: Record<string, string> = {};
  try {
    const plain = await decrypterFor(keys).decrypt(
      Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
    );
    const extract = tar.extract();
    const unpacked = pipeline(
      Readable.fromWeb(plain as unknown as WebStream),
      createGunzip(),
      extract as unknown as NodeJS.WritableStream,
    );
    unpacked.catch(() => {});
    for await (const entry of extract) {
      const target = path.resolve(folder, entry.header.name);
      if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Error('an entry leaves the folder');
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      await pipeline(
        entry as unknown as Readable,
        async function* (chunks) {
          for await (const chunk of chunks as AsyncIterable<Buffer>) {
            hash.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(target, { mode: 0o600, flags: 'wx' }),
      );
      sha256[entry.header.name] = hash.digest('hex');
    }
    await unpacked;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `${path.basename(file)} cannot be read: ${(error as Error).message}.`,
      'Was it made for this BACKUP_KEY, and copied as a whole? Otherwise take another backup.',
    );
  }
  return compare(file, folder, sha256);
}

async function compare(file: string, folder: string, found: Record<string, string>): Promise<Manifest> {
  if (!found[MANIFEST]) throw new Problem(`${path.basename(file)} was cut off.`, 'Take another backup.');
  const manifest = Manifest.parse(JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8')));
  const names = new Set([...Object.keys(manifest.sha256), ...Object.keys(found)]);
  names.delete(MANIFEST);
  const wrong = [...names].filter((name) => manifest.sha256[name] !== found[name]);
  if (wrong.length > 0)
    throw new Problem(
      `${wrong.length} entries differ from the manifest, such as ${wrong[0]}.`,
      'Take another backup.',
    );
  return manifest;
}
