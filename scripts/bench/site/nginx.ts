import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { freePort } from '../../testing/free-port.ts';
import { type Running, startServer } from './school-server.ts';

const PROGRAM = '/usr/sbin/nginx';

/** Null where there is no nginx from the distribution on this machine. */
export const whyNoNginx = (): string | null =>
  existsSync(PROGRAM) ? null : `there is no ${PROGRAM} (Debian: apt-get install nginx-light)`;

/**
 * nginx with these pages as files, compressed beforehand, as fast as it can be made: one process, no log, and files that
 * stay open.
 * @param pages HTML by file name, without ending
 */
export async function startNginx(folder: string, pages: Record<string, string>): Promise<Running> {
  const root = path.join(folder, 'pages');
  mkdirSync(root, { recursive: true });
  for (const [name, html] of Object.entries({ ...pages, ready: 'ready' })) {
    writeFileSync(path.join(root, `${name}.html`), html);
    writeFileSync(path.join(root, `${name}.html.gz`), gzipSync(html, { level: 9 }));
  }
  const port = await freePort();
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${user} worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
  gzip_static on; gzip_vary on; open_file_cache max=100; open_file_cache_valid 1h;
  types { text/html html; }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${root}; add_header Cache-Control "public, no-cache"; }
}
`,
  );
  return startServer('nginx', PROGRAM, ['-c', path.join(folder, 'nginx.conf'), '-p', folder], {
    ...{ cwd: folder, env: {}, port, ready: '/ready.html' },
  });
}
