import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type DatabaseProxy, startDatabaseProxy } from '../../scripts/testing/database-proxy.ts';
import { freePort } from '../../scripts/testing/free-port.ts';
import { until } from './cms.ts';

const ROOT = path.join(__dirname, '..', '..');

export interface OwnSite {
  url: string;
  database: DatabaseProxy;
  startCms(): Promise<void>;
  /** As a power cut does. */
  killCms(): Promise<void>;
  stop(): Promise<void>;
}

const ended = (child: ChildProcess | null, signal: NodeJS.Signals): Promise<unknown> => {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return gone;
};
const answers = (url: string) => async () => (await fetch(url).catch(() => null))?.ok ?? false;

/**
 * One more cms and one more site on the database of this run, to be killed; the database stands behind a proxy of theirs.
 */
export async function startOwnSite(): Promise<OwnSite> {
  const database = await startDatabaseProxy(process.env.TEST_DATABASE_URL as string);
  const [cmsPort, sitePort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${sitePort}`;
  const cmsUrl = `http://127.0.0.1:${cmsPort}`;
  let cms: ChildProcess | null = null;
  const start = (command: string, args: string[], folder: string, env: Record<string, string>) =>
    spawn(command, args, {
      cwd: path.join(ROOT, folder),
      env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const startCms = async () => {
    cms = start('strapi', ['start'], 'cms', {
      PORT: cmsPort,
      MONITORING_PORT: '',
      DATABASE_URL: database.url,
    });
    await until('the cms is ready', answers(`${cmsUrl}/_health/ready`), 120);
  };
  await startCms();
  const site = start('node', ['dist/server/entry.mjs'], 'site', { PORT: sitePort, CMS_URL: cmsUrl });
  await until('the site is ready', answers(`${url}/_health/ready`));
  return {
    url,
    database,
    startCms,
    killCms: async () => void (await ended(cms, 'SIGKILL')),
    async stop() {
      await ended(site, 'SIGTERM');
      await ended(cms, 'SIGKILL');
      await database.close();
    },
  };
}
