import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `systemctl.ts start|stop|enable|disable UNIT …`, in place of systemd's own where there is no systemd: does what the units of
 * config/systemd say, apart from their sandbox. `OPS_UNITS`: where they are; `OPS_RUN`: where it notes what runs.
 */
const [verb = '', ...names] = process.argv.slice(2);
const { OPS_RUN = '' } = process.env;
const inRun = (name: string, suffix: string) => path.join(OPS_RUN, `${name}.${suffix}`);
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const keeperOf = (name: string): number => {
  const pid = Number(read(inRun(name, 'keeper')));
  return pid && isAlive(pid) ? pid : 0;
};

async function start(name: string): Promise<void> {
  if (keeperOf(name)) return;
  rmSync(inRun(name, 'state'), { force: true });
  const log = openSync(inRun(name, 'log'), 'a');
  const keeper = spawn(process.execPath, [path.join(import.meta.dirname, 'run-unit.ts'), name], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  keeper.unref();
  writeFileSync(inRun(name, 'keeper'), String(keeper.pid));
  while (!read(inRun(name, 'state')) && keeperOf(name)) await pause();
  if (read(inRun(name, 'state')) === 'active') return;
  console.error(
    `${name} failed. Its last words:\n${read(inRun(name, 'log')).split('\n').slice(-12).join('\n')}`,
  );
  process.exitCode = 1;
}

async function stop(name: string): Promise<void> {
  const keeper = keeperOf(name);
  if (!keeper) return;
  process.kill(keeper, 'SIGTERM');
  while (isAlive(keeper)) await pause();
  rmSync(inRun(name, 'keeper'), { force: true });
}

const VERBS: Record<string, (name: string) => unknown> = {
  start,
  stop,
  enable: (name) => writeFileSync(inRun(name, 'enabled'), ''),
  disable: (name) => rmSync(inRun(name, 'enabled'), { force: true }),
};
const act = VERBS[verb];
if (!act) throw new Error(`There is no verb "${verb}" here`);
await Promise.all(names.map(act));
