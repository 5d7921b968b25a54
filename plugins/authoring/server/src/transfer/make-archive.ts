import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

interface Contents {
  texts: { path: string; text: string }[];
  media: { path: string; read(): Promise<Buffer> }[];
}

/** As an archive that is made while it is sent; a file that cannot be read breaks it off. The same module, the same bytes. */
export function makeArchive({ texts, media }: Contents): Readable {
  const zip = new ZipFile();
  const output = new Readable().wrap(zip.outputStream as never);
  zip.on('error', (error: Error) => output.destroy(error));
  const mtime = new Date('2000-01-01T00:00:00Z');
  for (const { path, text } of texts) zip.addBuffer(Buffer.from(text), path, { mtime });
  for (const { path, read } of media)
    zip.addReadStreamLazy(
      path,
      // Pictures are compressed already.
      { compress: false, mtime },
      (done) =>
        void read().then(
          (bytes) => done(null, Readable.from([bytes])),
          (error: Error) => done(error, null as never),
        ),
    );
  zip.end();
  return output;
}
