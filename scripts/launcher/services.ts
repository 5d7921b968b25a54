import path from 'node:path';
import type { Settings } from '../environment/load.ts';
import { DATA, ROOT } from '../paths.ts';
import { answers, Service } from './service.ts';
import { SITE_COMMAND, WORKER_COMMAND } from './process-commands.ts';

export type ServiceName = 'inbox' | 'worker' | 'cms' | 'site';

const node = process.execPath;

/** The four processes around the database. `watch`: rebuilt when a file changes. */
export function createServices(settings: Settings, watch = false): Record<ServiceName, Service> {
  const { HOST, CMS_PORT, SITE_PORT, INBOX_PORT, SMTP_PORT, CMS_URL, CMS_PUBLIC_URL, SITE_URL } = settings;
  const NODE_ENV = watch ? 'development' : 'production';
  // The local inbox takes mail as it comes: no TLS, no password.
  const mail: Record<string, string> =
    process.env.SMTP_HOST === '127.0.0.1' ? { SMTP_IGNORE_TLS: 'true' } : {};
  const bin = (name: string) => path.join(ROOT, 'node_modules', '.bin', name);
  const siteUrl = `http://${HOST}:${SITE_PORT}`;
  return {
    inbox: new Service({
      name: 'inbox',
      command: bin('maildev'),
      args: [
        ...['--smtp', String(SMTP_PORT), '--web', String(INBOX_PORT), '--ip', HOST, '--web-ip', HOST],
        // Mail is still there after a restart, as in any mailbox.
        ...['--mail-directory', path.join(DATA, 'mail')],
      ],
      isReady: answers(`http://${HOST}:${INBOX_PORT}/`),
    }),
    cms: new Service({
      name: 'cms',
      ...(watch
        ? { cwd: 'cms', command: bin('strapi'), args: ['develop', '--no-watch-admin'] }
        : { command: node, args: ['scripts/cms.ts'] }),
      env: { NODE_ENV, PORT: String(CMS_PORT), ...mail },
      isReady: answers(`${CMS_URL}/_health/ready`),
      verbose: watch,
    }),
    worker: new Service({
      name: 'worker',
      command: node,
      args: WORKER_COMMAND,
      env: { NODE_ENV, ...mail },
      isReady: (lines) => Promise.resolve(lines.some((line) => line.includes('worker ready'))),
      verbose: watch,
    }),
    site: new Service({
      name: 'site',
      ...(watch
        ? { cwd: 'site', command: bin('astro'), args: ['dev', '--host', HOST, '--port', String(SITE_PORT)] }
        : { command: node, args: SITE_COMMAND }),
      env: { NODE_ENV, HOST, PORT: String(SITE_PORT), CMS_URL, CMS_PUBLIC_URL, SITE_URL },
      isReady: answers(`${siteUrl}/_health/ready`),
      verbose: watch,
    }),
  };
}
