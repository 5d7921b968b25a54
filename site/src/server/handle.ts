import type { IncomingMessage, ServerResponse } from 'node:http';
import { log, logError } from '../lib/log';
import { type Finished, requestIdOf, sendFinished } from './finished';
import { isReadable } from './is-readable';
import type { KeptPages, Rendered } from './kept-pages';
import type { RevisionWatch } from './revision-watch';
import { sendRendered, sendResponse } from './send-response';
import { sharedAddress } from './shared-pages';

/** A form with the largest picture, and some room: as much as the cms takes. */
export const MAX_BODY = 26_000_000;

export interface Parts {
  files: Map<string, Finished>;
  pages: KeptPages;
  watch: RevisionWatch;
  /** The page that says that the cms is away, in place of the one at this address. */
  renderAway(address: string): Promise<Rendered>;
  /** Astro's answer to this very request. */
  render(request: IncomingMessage, response: ServerResponse): Promise<Response>;
  /** The page's own name for its address, such as `/users/[username]`: what stands there itself may be somebody's. */
  routeOf(path: string): string;
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(words);
}

/** Every request of the site: a file of the build, a page that is kept, or Astro's answer. */
export function createHandler({ files, pages, watch, renderAway, render, routeOf }: Parts) {
  const answerShared = async (
    request: IncomingMessage,
    response: ServerResponse,
    address: string,
    known: string | null | Promise<string | null>,
  ): Promise<void> => {
    const revision = typeof known === 'string' ? known : await known;
    // Nobody waits for a cms that is known to be away: what is kept is shown, or that it is away.
    const got = revision === null ? pages.kept(address) : pages.get(address, revision);
    const page = (await got) ?? (await renderAway(address));
    return 'bodies' in page ? sendFinished(request, response, page) : sendRendered(request, response, page);
  };

  const answerOwn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/';
    if (request.method === 'GET' || request.method === 'HEAD') {
      const file = files.get(url.split('?', 1)[0] as string);
      if (file) return sendFinished(request, response, file);
    }
    if (!isReadable(url)) return refuse(response, 400, 'Bad request.');
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY)
      return refuse(response, 413, 'This is too large.');
    return sendResponse(request, response, await render(request, response));
  };

  const fail = (request: IncomingMessage, response: ServerResponse, error: Error): void => {
    logError(error, {
      requestId: request.headers['x-request-id'],
      route: routeOf(request.url?.split('?', 1)[0] ?? '/'),
    });
    if (response.headersSent) response.destroy();
    else refuse(response, 500, 'Something went wrong here.');
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    const started = performance.now();
    const path = request.url?.split('?', 1)[0] ?? '/';
    // The same one in the answer, the logs and the requests to the cms.
    const requestId = (request.headers['x-request-id'] = requestIdOf(request.headers['x-request-id']));
    response.once('close', () =>
      log('info', 'request', {
        requestId,
        method: request.method,
        route: files.has(path) ? 'file' : routeOf(path),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - started),
      }),
    );
    try {
      const address = sharedAddress(request.method, request.url ?? '/', request.headers);
      const known = address === null ? null : watch.current();
      const page = address !== null && typeof known === 'string' ? pages.get(address, known) : null;
      // What most visitors get: it is there, and nothing has to be waited for.
      if (page && 'bodies' in page) return sendFinished(request, response, page);
      const answer =
        address === null ? answerOwn(request, response) : answerShared(request, response, address, known);
      answer.catch((error: Error) => fail(request, response, error));
    } catch (error) {
      fail(request, response, error as Error);
    }
  };
}
