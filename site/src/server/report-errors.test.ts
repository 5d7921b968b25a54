import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logError } from '../lib/log';
import { reportErrors } from './report-errors';

it('errors of the site go to Sentry where it is asked for, and nothing of anybody (P14)', async () => {
  const got: string[] = [];
  const server = createServer((request, response) => {
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

  await reportErrors({} as NodeJS.ProcessEnv);
  logError(new Error('before anybody asked for it'));
  await reportErrors({ SENTRY_DSN: `http://key@127.0.0.1:${port}/1` } as unknown as NodeJS.ProcessEnv);
  const sent = once(server, 'event');
  logError(new Error('no page for guido@students.example'), {
    requestId: 'test-request',
    route: '/users/[username]',
  });
  await sent;
  server.close();
  const text = got.join('\n');
  for (const told of ['no page for [address]', 'test-request', '/users/[username]', '"process":"site"'])
    expect(text).toContain(told);
  for (const hidden of [
    'guido',
    'students.example',
    'before anybody',
    'server_name',
    '"user"',
    '"request"',
    'breadcrumbs',
  ])
    expect(text).not.toContain(hidden);
});
