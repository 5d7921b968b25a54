import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const CONFIG = path.join(__dirname, '..', '..', 'config');

/** Copies a folder of configuration with other words in it, in the order in which they stand. */
function render(from: string, to: string, words: [RegExp, string][]): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const text = readFileSync(path.join(from, name), 'utf8');
    writeFileSync(
      path.join(to, name),
      words.reduce((changed, [pattern, word]) => changed.replaceAll(pattern, word), text),
    );
  }
}

/** The units, for a home elsewhere. */
export const renderUnits = (to: string, home: string): void =>
  render(path.join(CONFIG, 'systemd'), to, [[/\/srv\/lumino/g, home]]);

/** Prometheus, for a home elsewhere. */
export const renderPrometheus = (to: string, home: string): void =>
  render(path.join(CONFIG, 'prometheus'), to, [[/\/srv\/lumino/g, home]]);

export interface NginxPlace {
  /** Of everything that nginx reads and writes. */
  folder: string;
  home: string;
  https: number;
  http: number;
  status: number;
}

/**
 * The configuration of nginx, for a place and ports of one's own on 127.0.0.1, around it what Debian's nginx.conf has; the site is
 * `localhost`, the admin `admin.localhost`. Certificates are expected in `tls/`.
 *
 * @returns the file to start nginx with
 */
export function renderNginx({ folder, home, https, http, status }: NginxPlace): string {
  const own = path.join(folder, 'nginx');
  render(path.join(CONFIG, 'nginx'), own, [
    [/^ *listen \[::\].*$/gm, ''],
    [/listen 443 /g, `listen 127.0.0.1:${https} `],
    [/listen 80( |;)/g, `listen 127.0.0.1:${http}$1`],
    [/127\.0\.0\.1:8090/g, `127.0.0.1:${status}`],
    [/admin\.lumino\.example/g, 'admin.localhost'],
    [/lumino\.example/g, 'localhost'],
    [/\/etc\/lumino\/nginx/g, own],
    [/\/etc\/lumino\/tls/g, path.join(folder, 'tls')],
    [/\/srv\/lumino/g, home],
    [/\/var\/cache\/nginx/g, path.join(folder, 'cache')],
    [/\/var\/log\/nginx/g, path.join(folder, 'logs')],
  ]);
  for (const name of ['cache', 'logs', 'tls', 'body', 'proxy'])
    mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(own, 'admin-access.conf'), '');
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `pid ${folder}/nginx.pid;
error_log ${folder}/logs/main.log notice;
worker_processes 2;
events { worker_connections 1024; }
http {
    include /etc/nginx/mime.types;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    sendfile on;
    include ${own}/default.conf;
    include ${own}/lumino.conf;
    include ${own}/lumino-admin.conf;
}
`,
  );
  return file;
}
