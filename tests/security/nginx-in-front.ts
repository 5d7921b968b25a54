import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/testing/free-port.ts';
import { until } from '../integration/cms.ts';
import { renderNginx } from '../ops/render.ts';
import type { Target } from './raw-request.ts';

const ROOT = path.join(__dirname, '..', '..');
const PATH = `${process.env.PATH}:/usr/sbin`;

/** Programs that are missing here; the tests behind nginx are then skipped by name. */
export const missing = ['nginx', 'openssl'].filter(
  (program) => spawnSync('which', [program], { env: { ...process.env, PATH } }).status !== 0,
);

export interface Front extends Target {
  ca: string;
  /** Where it answers without TLS. */
  plain: string;
  /** What nginx has noted of the requests that it was asked. */
  asked(): { status: number; path: string; upstream: string }[];
  stop(): Promise<void>;
}

/** The nginx of config/nginx with TLS, before a site of its own, whose readers come through it; the cms is that of this run. */
export async function startFront(): Promise<Front> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-front-'));
  const home = path.join(folder, 'home');
  mkdirSync(path.join(home, 'shared', 'nginx'), { recursive: true });
  // nginx runs as another user, which has to get in.
  chmodSync(folder, 0o755);
  const [site = '', https = '', http = '', status = ''] = await Promise.all(
    Array.from({ length: 4 }, freePort),
  );
  const url = `https://localhost:${https}`;
  const [certificate, key] = ['fullchain.pem', 'privkey.pem'].map((name) => path.join(folder, 'tls', name));
  const ports = { https: Number(https), http: Number(http), status: Number(status) };
  const file = renderNginx({ folder, home, ...ports });
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names],
      ...['-keyout', key as string, '-out', certificate as string],
    ],
    { stdio: 'ignore' },
  );
  const cms = new URL(process.env.CMS_URL as string).host;
  writeFileSync(
    path.join(home, 'shared', 'nginx', 'upstreams.conf'),
    `upstream lumino_site { server 127.0.0.1:${site}; }\nupstream lumino_cms { server ${cms}; }\nmap $host $lumino_serving { default test; }\n`,
  );
  const assets = path.join(home, 'shared', 'assets', '_astro');
  mkdirSync(assets, { recursive: true });
  writeFileSync(path.join(assets, 'only-here.12345678.js'), 'export {};\n');
  const nginx = (...args: string[]) =>
    spawnSync('nginx', ['-c', file, ...args], { env: { ...process.env, PATH }, encoding: 'utf8' });
  const child: ChildProcess = spawn('node', ['dist/server/entry.mjs'], {
    cwd: path.join(ROOT, 'site'),
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: site, SITE_URL: url, PROXY_HOPS: '1' },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until(
    'the site is ready',
    async () => (await fetch(`http://127.0.0.1:${site}/_health/ready`).catch(() => null))?.ok ?? false,
    60,
  );
  const { status: code, stderr } = nginx();
  if (code !== 0) throw new Error(stderr);
  const log = path.join(folder, 'logs', 'lumino.json.log');
  return {
    url,
    plain: `http://localhost:${http}`,
    ca: readFileSync(certificate as string, 'utf8'),
    asked: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line))
        : [],
    async stop() {
      nginx('-s', 'stop');
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
