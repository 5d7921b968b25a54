import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem.ts';
import { replaceFile, type Home } from './home.ts';
import { runCommand } from './run-command.ts';
import type { ReleaseSettings } from './settings.ts';
import type { Slot } from './slots.ts';

/**
 * None is ever taken for dead by nginx itself (max_fails=0): each request that meets one which is gone asks the next, at once.
 */
const upstream = (name: string, ports: number[]): string =>
  `upstream ${name} {\n${ports.map((port) => `    server 127.0.0.1:${port} max_fails=0;\n`).join('')}}\n`;

/** From now on nginx asks these processes. What is under way with others is answered by them. @throws Problem */
export async function pointFront(settings: ReleaseSettings, slots: Slot[], release: string): Promise<void> {
  const folder = path.join(settings.home.shared, 'nginx');
  mkdirSync(folder, { recursive: true });
  const { name } = settings.home;
  replaceFile(
    path.join(folder, 'upstreams.conf'),
    `map $host $${name}_serving {\n    default ${release};\n}\n` +
      upstream(
        `${name}_site`,
        slots.map(({ site }) => site),
      ) +
      upstream(
        `${name}_cms`,
        slots.map(({ cms }) => cms),
      ),
  );
  await runCommand(settings.DEPLOY_NGINX_TEST, 'The test of the configuration of nginx');
  await runCommand(settings.DEPLOY_NGINX_RELOAD, 'Reloading nginx');
}

/** For Prometheus (`file_sd_configs`): the processes that serve. */
export function tellPrometheus(home: Home, slots: Slot[]): void {
  const folder = path.join(home.shared, 'prometheus');
  mkdirSync(folder, { recursive: true });
  const targets = (job: string, ports: number[]) => ({
    labels: { job },
    targets: ports.map((port) => `127.0.0.1:${port}`),
  });
  replaceFile(
    path.join(folder, 'targets.json'),
    JSON.stringify([
      targets(
        'lumino-cms',
        slots.map(({ cmsMonitoring }) => cmsMonitoring),
      ),
      targets(
        'lumino-worker',
        slots.map(({ workerMonitoring }) => workerMonitoring),
      ),
    ]),
  );
}

const PAUSE_MS = 100;

/**
 * Waits until nginx has taken its new configuration: it is told to, and does so a moment later.
 * @throws Problem where it does not say in time that this release serves
 */
export async function awaitFront(front: string, release: string, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  const served = async (): Promise<string> =>
    (await fetch(`${front}/release`, { signal: AbortSignal.timeout(2_000) })).text();
  while ((await served().catch(() => '')) !== release) {
    if (Date.now() > until)
      throw new Problem(
        `nginx is not well: ${front}/release does not say ${release}.`,
        'See its error log, and DEPLOY_FRONT.',
      );
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
