import { brotliDecompressSync } from 'node:zlib';
import http from 'node:http';

export interface Weight {
  html: number;
  /** As browsers get it. */
  htmlBrotli: number;
  css: number;
  script: number;
}

/** The bytes of an answer as they go over the line. */
const download = (url: string, headers: Record<string, string>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    http
      .get(url, { headers: { 'accept-encoding': 'br', ...headers } }, async (response) => {
        const bytes = Buffer.concat(await response.toArray());
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url}: ${response.statusCode}`));
      })
      .on('error', reject);
  });

/** What a page weighs, compressed: its text, and the style sheets and scripts that it names. */
export async function weigh(
  site: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Weight> {
  const compressed = await download(site + path, headers);
  const html = brotliDecompressSync(compressed).toString();
  const sum = async (pattern: RegExp): Promise<number> => {
    const files = new Set([...html.matchAll(pattern)].map(([, file]) => file as string));
    const sizes = await Promise.all([...files].map(async (file) => (await download(site + file, {})).length));
    return sizes.reduce((total, size) => total + size, 0);
  };
  return {
    html: Buffer.byteLength(html),
    htmlBrotli: compressed.length,
    css: await sum(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g),
    script: await sum(/<script[^>]+src="([^"]+)"/g),
  };
}
