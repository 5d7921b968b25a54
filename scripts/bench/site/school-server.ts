import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { HEAP_LIMITS } from '../../launcher/process-commands.ts';
import { CMS, ROOT, SITE } from '../../paths.ts';
import { Problem } from '../../problem.ts';
import { freePort } from '../../testing/free-port.ts';

const PATIENCE_MS = 180_000;

export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const started = new Set<ChildProcess>();
/** Whatever is still running when a measurement fails. */
export function endAll(): void {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
}
process.on('exit', endAll);

/** Starts a server, and waits until it answers. @throws Problem with its last words when it does not. */
export async function startServer(
  name: string,
  command: string,
  args: string[],
  { cwd, env, port, ready }: { cwd: string; env: Record<string, string>; port: string; ready: string },
): Promise<Running> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + PATIENCE_MS;
  while (!(await fetch(url + ready).catch(() => null))?.ok) {
    if (Date.now() > until || child.exitCode !== null)
      throw new Problem(`${name} did not start:\n${said}`, 'Mend what it says, then measure again.');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return {
    url,
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await gone;
      clearTimeout(timer);
      started.delete(child);
    },
  };
}

const production = (databaseUrl: string, port: string): Record<string, string> => ({
  ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port, MONITORING_PORT: '', LOG_LEVEL: 'error' },
  DATABASE_URL: databaseUrl,
});

export async function startCms(databaseUrl: string): Promise<Running> {
  const port = await freePort();
  return startServer('The cms', path.join(ROOT, 'node_modules', '.bin', 'strapi'), ['start'], {
    ...{ cwd: CMS, port, ready: '/_health/ready' },
    env: production(databaseUrl, port),
  });
}

export async function startSite(cmsUrl: string): Promise<Running> {
  const port = await freePort();
  return startServer('The site', process.execPath, [...HEAP_LIMITS.site, 'dist/server/entry.mjs'], {
    ...{ cwd: SITE, port, ready: '/_health/ready' },
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port, CMS_URL: cmsUrl },
  });
}

/** @param pages files whose names are their addresses */
export async function startBareNode(pages: string[]): Promise<Running> {
  const port = await freePort();
  const script = path.join(import.meta.dirname, 'bare-node.ts');
  return startServer('Node alone', process.execPath, [script, port, ...pages], {
    ...{ cwd: ROOT, port, ready: `/${path.basename(pages[0] as string)}`, env: {} },
  });
}

export async function startRest(databaseUrl: string): Promise<Running> {
  const port = await freePort();
  const script = path.join(import.meta.dirname, 'strapi-rest.ts');
  return startServer('Strapi’s REST', process.execPath, [script], {
    ...{ cwd: ROOT, port, ready: '/api/modules' },
    env: production(databaseUrl, port),
  });
}
