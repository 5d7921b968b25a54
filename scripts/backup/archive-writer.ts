import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { encrypterFor, type BackupKeys } from './key.ts';
import { MANIFEST, type Manifest } from './manifest.ts';

/** Rows come without a known length, and an entry of a tar begins with its own: they are cut into pieces. */
const PIECE = 4 * 1024 * 1024;

export interface ArchiveWriter {
  add(name: string, bytes: Buffer | string): Promise<void>;
  /** @returns the SHA-256 of what was written. @throws when there is more or less than `size`. */
  addFile(name: string, size: number, bytes: Readable): Promise<string>;
  /** As `name/000001`, `name/000002` … in the order of the bytes. */
  addStream(name: string, bytes: Readable): Promise<void>;
}

const digest = (hash: Hash): string => hash.digest('hex');

/**
 * Writes one archive: tar, gzip, age, so that it can be read without Lumino (`age -d -i key FILE | tar xz`). The file has
 * its name only once all of it is on the disk; beside it lies `FILE.sha256`, for whoever has no key.
 * @returns its size in bytes.
 */
export async function writeArchive(
  file: string,
  keys: BackupKeys,
  fill: (archive: ArchiveWriter) => Promise<Omit<Manifest, 'sha256'>>,
): Promise<number> {
  const part = `${file}.part`;
  const pack = tar.pack();
  const sha256: Record<string, string> = {};
  const hashOfAll = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hashOfAll.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });

  const writer: ArchiveWriter = {
    async add(name, content) {
      const bytes = Buffer.from(content as string);
      sha256[name] = digest(createHash('sha256').update(bytes));
      await new Promise<void>((resolve, reject) =>
        pack.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve())),
      );
    },
    async addFile(name, expected, bytes) {
      const hash = createHash('sha256');
      const entry = pack.entry({ name, size: expected, mode: 0o600 });
      const tee = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      await pipeline(bytes, tee, entry as unknown as NodeJS.WritableStream);
      return (sha256[name] = digest(hash));
    },
    async addStream(name, bytes) {
      let kept: Buffer[] = [];
      let length = 0;
      let number = 0;
      const flush = async () => {
        await writer.add(`${name}/${String(++number).padStart(6, '0')}`, Buffer.concat(kept));
        [kept, length] = [[], 0];
      };
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        kept.push(chunk);
        length += chunk.length;
        if (length >= PIECE) await flush();
      }
      if (length > 0) await flush();
    },
  };

  try {
    const plain = new PassThrough();
    const packed = pipeline(pack as unknown as NodeJS.ReadableStream, createGzip({ level: 3 }), plain);
    const sealed = await encrypterFor(keys).encrypt(Readable.toWeb(plain) as ReadableStream<Uint8Array>);
    const written = pipeline(
      Readable.fromWeb(sealed as unknown as WebStream),
      count,
      createWriteStream(part, { mode: 0o600, flags: 'wx' }),
    );
    const filled = fill(writer).then(async (manifest) => {
      await writer.add(MANIFEST, JSON.stringify({ ...manifest, sha256: { ...sha256 } }, null, 1));
      pack.finalize();
    });
    // The first that fails decides; the others would wait for it for ever.
    await Promise.all([filled, packed, written].map((one) => one.catch(stop)));
    await syncAndRename(part, file);
    await writeFile(`${file}.sha256`, `${digest(hashOfAll)}  ${path.basename(file)}\n`);
    return size;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }

  function stop(error: Error): never {
    pack.destroy(error);
    throw error;
  }
}

async function syncAndRename(part: string, file: string): Promise<void> {
  const handle = await open(part, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(part, file);
  const folder = await open(path.dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}
