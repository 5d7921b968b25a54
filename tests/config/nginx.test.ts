import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CONFIG, renderNginx } from '../ops/render.ts';
import { itWith, run } from './tools.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-nginx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function place(): string {
  const home = path.join(folder, 'home');
  mkdirSync(path.join(home, 'shared', 'nginx'), { recursive: true });
  const file = renderNginx({ folder, home, https: 8443, http: 8480, status: 8490 });
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-keyout', path.join(folder, 'tls', 'privkey.pem')],
      ...['-out', path.join(folder, 'tls', 'fullchain.pem')],
    ],
    { stdio: 'ignore' },
  );
  // Those of containers; older versions of nginx do not know `resolve`.
  const upstreams = readFileSync(path.join(CONFIG, 'docker', 'upstreams.conf'), 'utf8')
    .replaceAll(' resolve', '')
    .replaceAll(/server (site|cms):/g, 'server 127.0.0.1:');
  writeFileSync(path.join(home, 'shared', 'nginx', 'upstreams.conf'), upstreams);
  return file;
}

itWith(['nginx', 'openssl'])('nginx understands its configuration, without a warning', () => {
  const { code, said } = run('nginx', ['-t', '-c', place()]);
  expect(said).not.toMatch(/\[(warn|emerg|alert)\]/);
  expect(code).toBe(0);
});

const lines = (name: string): string[] => readFileSync(path.join(CONFIG, 'nginx', name), 'utf8').split('\n');

describe('the configuration of nginx', () => {
  const read = (name: string) => lines(name).join('\n');
  /** Each `location … { … }` with what is in it. */
  const locations = (name: string): string[] =>
    read(name).match(/location [^{]*(?:'[^']*')?[^{]*\{[^}]*\}/g) ?? [];

  it('sends HSTS with every answer of the site and the admin: wherever a header is added, it is there as well', () => {
    for (const name of ['lumino.conf', 'lumino-admin.conf'])
      for (const location of locations(name).filter((one) => /add_header|proxy_pass/.test(one))) {
        if (location.includes('_health')) continue;
        expect(location).toMatch(/include .*\/(headers|proxy|files)\.conf;/);
      }
    for (const name of ['proxy.conf', 'files.conf']) expect(read(name)).toContain('headers.conf');
    expect(read('headers.conf')).toContain('Strict-Transport-Security');
  });

  it('has the same TLS and patience for whoever has not yet said for which host', () => {
    const early =
      /^\s*(ssl_protocols|ssl_ciphers|ssl_prefer_server_ciphers|client_header_timeout|large_client_header_buffers) .*$/gm;
    const settings = (text: string) => (text.match(early) ?? []).map((line) => line.trim()).sort();
    expect(settings(read('default.conf'))).toEqual(settings(read('tls.conf') + read('limits.conf')));
    expect(settings(read('default.conf'))).toHaveLength(5);
  });

  it('logs no query: tokens stand there', () => {
    const format = /log_format lumino [^;]+;/.exec(read('lumino.conf'))?.[0] ?? '';
    expect(format).toContain('$request_id');
    expect(format).not.toMatch(/\$(request|request_uri|args|query_string|http_referer|remote_addr|uri)\b/);
  });

  it('passes on one address, that of the connection, and believes nothing that a reader says of others', () => {
    expect(read('proxy.conf')).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
    expect(read('lumino.conf') + read('lumino-admin.conf')).not.toContain('$proxy_add_x_forwarded_for');
  });

  it('sends again only forms of which twice is once', () => {
    const again = locations('lumino.conf').filter((one) => one.includes('non_idempotent'));
    expect(again).toHaveLength(1);
    expect(again[0]).not.toMatch(/signup|leave|password|confirm/);
  });

  it('keeps the API of the site, health and figures inside', () => {
    const closed = (name: string) =>
      locations(name)
        .filter((one) => one.includes('return 404'))
        .map((one) => one.split('{')[0]?.trim());
    expect(closed('lumino.conf')).toEqual(['location ^~ /_health/']);
    expect(closed('lumino-admin.conf')).toEqual([
      'location ^~ /api/',
      'location ^~ /_health/',
      'location = /metrics',
    ]);
  });
});
