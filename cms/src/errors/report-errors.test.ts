import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pluginSentry from '@strapi/plugin-sentry/strapi-server';
import plugins from '../../../config/plugins';
import { reportErrors } from './report-errors';

/** Stands where Sentry would, and keeps what it is sent. */
async function startSink() {
  const got: string[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      got.push(text);
      response.end('{}');
      server.emit('event');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { got, server, dsn: `http://key@127.0.0.1:${port}/1` };
}

const configOf = (settings: Record<string, string>) => {
  const env = Object.assign((name: string, fallback?: unknown) => settings[name] ?? fallback, {
    int: (_name: string, fallback?: number) => fallback ?? 0,
    bool: (_name: string, fallback?: boolean) => fallback ?? false,
    array: () => [],
  });
  return (plugins as any)({ env }).sentry;
};

it('nothing is sent anywhere, unless an address is given', () => {
  expect(configOf({}).enabled).toBe(false);
});

it('errors of the log go to Sentry, with where it was and in what words, and nothing of anybody (P14)', async () => {
  const { got, server, dsn } = await startSink();
  const { enabled, config } = configOf({ SENTRY_DSN: dsn });
  expect(enabled).toBe(true);
  const log = Object.assign(new EventEmitter(), { info: () => {}, warn: () => {} });
  const strapi: any = {
    log,
    config: { get: (key: string) => (key === 'plugin::sentry' ? config : 'production') },
  };
  const sentry = (pluginSentry as any)().services.sentry({ strapi }).init();
  strapi.plugin = () => ({ service: () => sentry });
  reportErrors(strapi);

  const sent = once(server, 'event');
  log.emit('data', { level: 'info', message: 'not an error' });
  log.emit('data', { level: 'error', message: 'told by the plugin itself', requestId: 'abc' });
  log.emit('data', {
    level: 'error',
    message: 'guido@students.example cannot be drawn',
    stack: 'Error: x\n    at draw (a.ts:1:2)',
  });
  await sent;
  server.close();
  const text = got.join('\n');
  expect(text).toContain('[address] cannot be drawn');
  expect(text).toContain('"function":"draw"');
  for (const hidden of [
    'guido',
    'students.example',
    'told by the plugin',
    'not an error',
    'server_name',
    '"user"',
    '"request"',
    'breadcrumbs',
  ])
    expect(text).not.toContain(hidden);
});
