import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

/**
 * The least that a server in Node does: `node:http` with finished pages of the memory, and nothing of ours around them.
 * Asked as `bare-node.ts port page.html …`; each page is at `/<its file name>`.
 */
const [port, ...files] = process.argv.slice(2);
const pages = new Map(
  files.map((file) => [`/${file.split('/').at(-1)}`, gzipSync(readFileSync(file), { level: 9 })]),
);
createServer((request, response) => {
  const page = pages.get(request.url ?? '');
  response.writeHead(page ? 200 : 404, [
    ...['Content-Type', 'text/html; charset=utf-8', 'Content-Encoding', 'gzip'],
    ...['Cache-Control', 'public, no-cache', 'Content-Length', String(page?.length ?? 0)],
  ]);
  response.end(page);
}).listen(Number(port), '127.0.0.1');
