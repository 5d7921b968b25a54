import type { APIRoute } from 'astro';
import { byteRange } from '../../media/byte-range';

/** Alone on its page a file may show pixels and play, and nothing runs: what somebody uploaded is not trusted. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; img-src 'self'; media-src 'self'; sandbox",
};
const PASSED = ['content-type', 'content-length', 'last-modified'];

/**
 * The media library, through the site. An address with a version (`?v=`) names these very bytes: they are kept for good.
 * The ETag is made of when and how large a file was written, as nginx does.
 */
export const GET: APIRoute = async ({ params, locals, request, url }) => {
  const path = params.path ?? '';
  if (!/^[\w.-]+$/.test(path)) return new Response(null, { status: 404 });
  const conditional = ['if-none-match', 'range'].some((name) => request.headers.has(name));
  // What is there is looked up first where it may not be needed whole.
  const found = await locals.cms.media(path, {
    method: request.method === 'HEAD' || conditional ? 'HEAD' : 'GET',
  });
  if (!found.ok) return new Response(null, { status: 404 });

  const size = Number(found.headers.get('content-length') ?? 0);
  const written = Date.parse(found.headers.get('last-modified') ?? '') || 0;
  const etag = `"${(written / 1000).toString(16)}-${size.toString(16)}"`;
  const headers = new Headers({
    ...HEADERS,
    'Cache-Control': url.searchParams.has('v') ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  });
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  for (const name of PASSED) {
    const value = found.headers.get(name);
    if (value) headers.set(name, value);
  }
  if (request.method === 'HEAD' || !conditional) return new Response(found.body, { headers });

  // A part of what has changed meanwhile would fit nothing the browser has.
  const isSame = [null, etag].includes(request.headers.get('if-range'));
  const range = isSame ? byteRange(request.headers.get('range'), size) : null;
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } });
  const { body } = await locals.cms.media(path, range ? { range: `bytes=${range.first}-${range.last}` } : {});
  if (!range) return new Response(body, { headers });
  headers.set('Content-Range', `bytes ${range.first}-${range.last}/${size}`);
  headers.set('Content-Length', String(range.last - range.first + 1));
  return new Response(body, { status: 206, headers });
};
export const HEAD = GET;
