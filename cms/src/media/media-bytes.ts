import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/types';

const PATIENCE_MS = 10_000;

/** The bytes of a file of the media library, on this disk or elsewhere. @param url as the media library has it */
export async function mediaBytes(strapi: Core.Strapi, url: string): Promise<Buffer> {
  if (url.startsWith('/')) return readFile(path.join(strapi.dirs.static.public, url));
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
