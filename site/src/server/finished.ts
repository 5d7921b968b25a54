import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Bodies, chooseEncoding, ENCODINGS, encodeAll, type Encoding } from './encodings';

/** An answer whose bytes are there: nothing is left to be done but to choose the encoding. */
export interface Finished {
  etag: string;
  bodies: Bodies;
  /** Names and values one after the other, as `writeHead` takes them without looking at each. */
  headers: Record<Encoding, string[]>;
  /** What it takes in memory. */
  bytes: number;
}

/**
 * Makes an answer of a body. The ETag is weak: the same text in another encoding has the same one, and nginx may compress
 * it anew.
 */
export async function finish(body: Buffer, headers: Record<string, string>): Promise<Finished> {
  const bodies = await encodeAll(body, headers['Content-Type'] ?? '');
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headersOf = (encoding: Encoding): string[] => [
    ...Object.entries(headers).flat(),
    ...['ETag', etag, 'Content-Length', String(bodies[encoding].length)],
    ...(encoding !== 'identity' && bodies[encoding] !== body ? ['Content-Encoding', encoding] : []),
  ];
  return {
    etag,
    bodies,
    headers: {
      br: headersOf('br'),
      gzip: headersOf('gzip'),
      identity: headersOf('identity'),
    },
    bytes: [...new Set(ENCODINGS.map((encoding) => bodies[encoding]))].reduce(
      (sum, { length }) => sum + length,
      2_000,
    ),
  };
}

/** Whether a client has these bytes already (RFC 9110, 13.1.2). */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag) return true;
  return ifNoneMatch
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one.replace(/^W\//, '') === etag.replace(/^W\//, ''));
}

/** As the middleware takes it over from nginx, so that a page can be followed through the logs. */
export const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();

const isOfContent = (name: string): boolean => /^content-(length|encoding|type)$/i.test(name);

/** Sends a finished answer to a GET or HEAD, under the id that the request was given: 304 where the client has it. */
export function sendFinished(request: IncomingMessage, response: ServerResponse, finished: Finished): void {
  const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined);
  const headers = finished.headers[encoding];
  const id = ['X-Request-Id', request.headers['x-request-id'] as string];
  if (hasAlready(request.headers['if-none-match'], finished.etag)) {
    const kept = headers.filter((_, at) => !isOfContent(headers[at - (at % 2)] as string));
    response.writeHead(304, [...kept, ...id]);
    response.end();
    return;
  }
  response.writeHead(200, [...headers, ...id]);
  response.end(request.method === 'HEAD' ? undefined : finished.bodies[encoding]);
}
