import { createServer, type Server } from 'node:net';

/** Listens on a port that nobody uses. */
export const occupyPort = (): Promise<{ port: number; server: Server }> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () =>
      resolve({ port: (server.address() as { port: number }).port, server }),
    );
  });

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<string> {
  const { port, server } = await occupyPort();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
