import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { chooseEncoding, encode, isCompressible } from './encodings';
import type { Rendered } from './kept-pages';

/** Larger answers are passed on as they come: downloads, which are compressed already or read once. */
const MAX_COMPRESSED = 2_000_000;

const isText = (headers: Headers): boolean =>
  isCompressible(headers.get('content-type') ?? '') &&
  !headers.has('content-encoding') &&
  !headers.has('content-range') &&
  Number(headers.get('content-length') ?? 0) <= MAX_COMPRESSED;

function putHeaders(response: ServerResponse, status: number, headers: Headers): void {
  response.statusCode = status;
  for (const [name, value] of headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
}

/** Sends an answer whose body is there, compressed for this one reader. */
export async function sendRendered(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Rendered,
): Promise<void> {
  putHeaders(response, status, headers);
  let sent = body;
  if (isText(headers)) {
    response.appendHeader('Vary', 'Accept-Encoding');
    const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined);
    sent = await encode(body, encoding, 'once');
    if (sent !== body) response.setHeader('Content-Encoding', encoding);
  }
  const isEmpty = status === 204 || status === 304;
  // What a HEAD is told of a body that was not made says nothing.
  if (!isEmpty && !(request.method === 'HEAD' && body.length === 0))
    response.setHeader('Content-Length', sent.length);
  response.end(request.method === 'HEAD' || isEmpty ? undefined : sent);
}

/** Sends what Astro answers: texts compressed, everything else as it comes. */
export async function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  const { status, headers } = answer;
  if (!answer.body || request.method === 'HEAD' || isText(headers)) {
    const body =
      answer.body && request.method !== 'HEAD' ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0);
    if (request.method === 'HEAD') await answer.body?.cancel();
    return sendRendered(request, response, { status, headers, body });
  }
  putHeaders(response, status, headers);
  // Somebody who goes away in the middle of a download is no fault of ours. Where they have gone before it began, the
  // pipeline never takes the source over: it is let go of here, and may fail without anybody's minding.
  const source = Readable.fromWeb(answer.body as never);
  source.on('error', () => {});
  await pipeline(source, response).catch(() => {
    source.destroy();
    response.destroy();
  });
}
