import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendResponse } from './send-response';

const servers: Server[] = [];
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const TIMEOUT_MS = 200;

/** A site whose downloads come from something that sends a first part, and no more before the site's patience ends. */
async function startSite(answersAfterMs = 0): Promise<string> {
  const source = await listen((_request, response) => {
    response.setHeader('content-type', 'application/pdf');
    response.write('x'.repeat(100_000));
  });
  return listen(async (request, response) => {
    const fetched = await fetch(source, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await pause(answersAfterMs);
    await sendResponse(request, response, new Response(fetched.body, { headers: fetched.headers }));
  });
}

async function download(): Promise<IncomingMessage> {
  const asked = get(await startSite());
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.on('error', () => {});
  asked.on('error', () => {});
  return response;
}

describe('a download', () => {
  it('whose source fails is cut off, so that nobody takes a part for the whole', async () => {
    const response = await download();
    response.resume();
    await new Promise((resolve) => response.once('close', resolve));
    expect(response.complete).toBe(false);
  });

  it('whose source fails after its reader has gone is over', async () => {
    const response = await download();
    await pause(TIMEOUT_MS / 4);
    response.destroy();
    await pause(2 * TIMEOUT_MS);
    expect(servers.every(({ listening }) => listening)).toBe(true);
  });

  it('whose reader has gone before it began does not end the site when its source fails', async () => {
    const asked = get(await startSite(TIMEOUT_MS / 2));
    asked.on('error', () => {});
    await pause(TIMEOUT_MS / 4);
    asked.destroy();
    await pause(2 * TIMEOUT_MS);
    expect(servers.every(({ listening }) => listening)).toBe(true);
  });
});
