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

/** Small files come as they are. */
const text = (bytes: Buffer): string => {
  try {
    return brotliDecompressSync(bytes).toString();
  } catch {
    return bytes.toString();
  }
};

/** What a page weighs, compressed: its text, and the style sheets and scripts that it names. */
export async function weigh(
  site: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Weight> {
  const compressed = await download(site + path, headers);
  const html = brotliDecompressSync(compressed).toString();
  const named = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, file]) => file as string);
  const sum = async (files: string[]): Promise<number> => {
    const seen = new Set<string>();
    const add = async (file: string): Promise<number> => {
      if (seen.has(file)) return 0;
      seen.add(file);
      const bytes = await download(site + file, {});
      // A module loads those that it imports.
      const imported = [...text(bytes).matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)];
      const folder = file.slice(0, file.lastIndexOf('/') + 1);
      let total = bytes.length;
      for (const [, name] of imported) total += await add(folder + name);
      return total;
    };
    let total = 0;
    for (const file of files) total += await add(file);
    return total;
  };
  return {
    html: Buffer.byteLength(html),
    htmlBrotli: compressed.length,
    css: await sum(named(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)),
    script: await sum(named(/<script[^>]+src="([^"]+)"/g)),
  };
}
