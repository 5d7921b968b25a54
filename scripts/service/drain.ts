import type { Server } from 'node:http';

const IDLE_MS = 200;

/**
 * Takes no more connections, and lets those end that are in use: what is under way is answered. Kept connections are closed as soon
 * as they are idle.
 *
 * @param milliseconds after which whatever is left is cut off
 */
export function drain(server: Server, milliseconds: number): Promise<void> {
  server.prependListener('request', (_request, response) => {
    // Kept connections bring requests still: the answer to each is the last there.
    response.setHeader('Connection', 'close');
  });
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
    const patience = setTimeout(() => server.closeAllConnections(), milliseconds);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(patience);
      resolve();
    });
  });
}
