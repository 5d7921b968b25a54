import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Finished, finish } from './finished';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
/** Astro's own folder: each name there carries a hash of what is inside. */
const IMMUTABLE = '/_astro/';

/**
 * The files of the build, by their addresses: a few hundred kilobytes, so they are read and compressed once, at the start.
 * @throws where there is no build
 */
export async function readStaticFiles(folder: string): Promise<Map<string, Finished>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async (entry): Promise<[string, Finished]> => {
        const file = path.join(entry.parentPath, entry.name);
        const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
        const finished = await finish(await readFile(file), {
          'Content-Type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
          'Cache-Control': address.startsWith(IMMUTABLE)
            ? 'public, max-age=31536000, immutable'
            : 'public, max-age=3600',
          'X-Content-Type-Options': 'nosniff',
          Vary: 'Accept-Encoding',
        });
        return [address, finished];
      }),
    ),
  );
}
