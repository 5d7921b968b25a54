import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Readiness } from '../health/readiness';
import { respond } from '../health/respond';

export interface Pages {
  readiness: Readiness;
  /** The metrics as text, and what kind of text it is. */
  metrics(): Promise<{ type: string; text: string }>;
}

async function answer(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  pages: Pages,
): Promise<void> {
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, {
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
    });
    response.end(method === 'HEAD' ? undefined : body);
  };
  if (method !== 'GET' && method !== 'HEAD') return send(405, 'text/plain', 'Only GET and HEAD.\n');
  const path = (url ?? '').split('?')[0] as string;
  if (path === '/metrics') {
    const { type, text } = await pages.metrics();
    return send(200, type, text);
  }
  const health = await respond(path, pages.readiness);
  if (health) return send(health.status, 'application/json', JSON.stringify(health.body));
  return send(404, 'text/plain', 'There are /metrics, /_health/live and /_health/ready.\n');
}

/**
 * A small server for the machines that look after this process; the public port has no metrics.
 * @returns null when it cannot listen: that is said in the log, and the process does its work without.
 */
export function listen(
  { port, host }: { port: number; host: string },
  pages: Pages,
  log: { error(line: string): void },
): Promise<Server | null> {
  const server = createServer((request, response) => {
    answer(request, response, pages).catch((error: Error) => {
      log.error(`monitoring: ${error.message}`);
      response.destroy();
    });
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  // Never what keeps a process alive.
  server.unref();
  return new Promise((resolve) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      log.error(
        code === 'EADDRINUSE'
          ? `monitoring: the port ${port} of ${host} is taken, so this process has no metrics; give each process a port of its own (option "port")`
          : `monitoring: cannot listen on port ${port} of ${host}, so this process has no metrics: ${message}`,
      );
      resolve(null);
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** Lets go of the port, also of connections that a scraper keeps open. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
