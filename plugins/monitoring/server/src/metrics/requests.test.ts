import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { Registry } from 'prom-client';
import { measureRequests } from './requests';

describe('the time of requests', () => {
  const registry = new Registry();
  const app = new Koa();
  app.silent = true;
  app.use(measureRequests(registry) as Koa.Middleware);
  // Strapi's own router; it comes without types.
  const Router = createRequire(__filename)('@koa/router');
  const inner = new Router({ prefix: '/api' });
  inner.get('/people/:username', (ctx: Koa.Context) => void (ctx.body = 'x'));
  inner.get('/broken/:id', () => {
    throw new Error('broken');
  });
  const outer = new Router();
  outer.use(inner.routes());
  outer.get('([^/]*)', (ctx: Koa.Context) => void (ctx.status = 404));
  app.use(outer.routes());
  const server = app.listen(0, '127.0.0.1');
  const ask = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init).then((r) => r.text());

  beforeAll(async () => {
    if (!server.listening) await once(server, 'listening');
    await ask('/api/people/ana-ruiz?token=secret');
    await ask('/api/people/john-smith');
    await ask('/api/broken/7');
    await ask('/ana-ruiz/nowhere');
    await ask('/api/people/ana-ruiz', { method: 'PROPFIND' });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ['what a route takes, by its template', '{method="GET",status="2xx",route="/api/people/:username"} 2'],
    ['what fails', '{method="GET",status="5xx",route="/api/broken/:id"} 1'],
    ['what no route takes', '{method="GET",status="4xx",route="none"} 1'],
    ['a method of its own making', '{method="other",status="4xx",route="none"} 1'],
  ])('is measured for %s', async (_what, line) => {
    expect(await registry.metrics()).toContain(`lumino_http_request_seconds_count${line}`);
  });

  it('never holds a raw address (P14)', async () => {
    expect(await registry.metrics()).not.toMatch(/ana-ruiz|john-smith|secret/);
  });
});
