import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReadiness } from '../health/readiness';
import { close, listen } from './listener';

const HOST = '127.0.0.1';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the listener', () => {
  const readiness = createReadiness(() => {}, { keepMs: 0 });
  let well = true;
  readiness.add('database', async () => {
    if (!well) throw new Error('gone');
  });
  const metrics = async () => ({ type: 'text/plain; version=0.0.4', text: 'up 1\n' });
  const errors: string[] = [];
  const log = { error: (line: string) => errors.push(line) };
  let port: number;
  let server: Awaited<ReturnType<typeof listen>>;
  const ask = (path: string, init?: RequestInit) => fetch(`http://${HOST}:${port}${path}`, init);

  beforeAll(async () => {
    port = await freePort();
    server = await listen({ port, host: HOST }, { readiness, metrics }, log);
  });
  afterAll(() => server && close(server));

  it('gives metrics and both kinds of health', async () => {
    expect(await (await ask('/metrics')).text()).toBe('up 1\n');
    expect(await (await ask('/_health/live')).json()).toEqual({ live: true });
    const ready = await ask('/_health/ready?from=probe');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, checks: { database: 'ok' } }]);
    expect(ready.headers.get('cache-control')).toBe('no-store');
  });

  it('stays alive when it is not ready', async () => {
    well = false;
    const ready = await ask('/_health/ready');
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, checks: { database: 'failed' } },
    ]);
    expect((await ask('/_health/live')).status).toBe(200);
    well = true;
  });

  it('knows nothing else, and only reads', async () => {
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/metrics', { method: 'POST', body: 'x' })).status).toBe(405);
    const head = await ask('/metrics', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('that finds its port taken says so and lets the process work on', async () => {
    expect(await listen({ port, host: HOST }, { readiness, metrics }, log)).toBeNull();
    expect(errors).toEqual([expect.stringContaining(`the port ${port} of ${HOST} is taken`)]);
    expect((await ask('/_health/live')).status).toBe(200);
  });

  it('lets go of the port', async () => {
    const other = await freePort();
    const place = { port: other, host: HOST };
    const first = await listen(place, { readiness, metrics }, log);
    await fetch(`http://${HOST}:${other}/metrics`);
    if (first) await close(first);
    const second = await listen(place, { readiness, metrics }, log);
    expect(second).not.toBeNull();
    if (second) await close(second);
  });
});
