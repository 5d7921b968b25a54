import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/types';

const PATIENCE_MS = 10_000;

/**
 * The bytes of a file of the media library, on this disk or elsewhere. What lies in a bucket has an address here as well:
 * it is asked for as browsers do. @param url as the media library has it
 */
export async function mediaBytes(strapi: Core.Strapi, url: string): Promise<Buffer> {
  if (url.startsWith('/')) {
    const kept = await readFile(path.join(strapi.dirs.static.public, url)).catch((error) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (kept) return kept;
  }
  const own = `http://127.0.0.1:${strapi.config.get('server.port')}`;
  const response = await fetch(new URL(url, own), { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
