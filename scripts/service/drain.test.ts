import { createServer, get, Agent, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drain } from './drain.ts';

/** A server that answers after this long. */
async function slow(milliseconds: number): Promise<{ server: Server; url: string }> {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end('done'), milliseconds).unref();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
const ask = (url: string, agent?: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk)).on('end', () => resolve(body));
    }).on('error', reject);
  });

it('answers what is under way, then lets nobody in', async () => {
  const { server, url } = await slow(300);
  const asked = ask(url);
  await new Promise((resolve) => server.once('request', resolve));
  const drained = drain(server, 5_000);
  await expect(ask(url)).rejects.toThrow('ECONNREFUSED');
  expect(await asked).toBe('done');
  await drained;
});

it('is not kept by a connection that somebody holds open', async () => {
  const { server, url } = await slow(1);
  const agent = new Agent({ keepAlive: true });
  await ask(url, agent);
  await drain(server, 60_000);
  agent.destroy();
});

it('cuts off what does not end', async () => {
  const { server, url } = await slow(60_000);
  const asked = ask(url);
  await new Promise((resolve) => server.once('request', resolve));
  await Promise.all([expect(asked).rejects.toThrow(), drain(server, 100)]);
});
