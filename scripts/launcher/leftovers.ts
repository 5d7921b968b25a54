import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA } from '../paths.ts';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';

const FOLDER = path.join(DATA, 'run');
const DEADLINE_SECONDS = 30;
const fileOf = (name: string): string => path.join(FOLDER, `${name}.json`);

/** Notes a service's process, so that a later start can end it should this launcher be killed. */
export function remember(name: string, pid: number): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify(identify(pid)));
}

export const forget = (name: string): void => rmSync(fileOf(name), { force: true });

/** Ends a group of processes, whatever is left of it. */
export function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function read(name: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(fileOf(name), 'utf8'));
  } catch {
    return null;
  }
}

/** Ends what a killed launcher left running, gently first. Only to be called under the lock. @returns the names. */
export async function endLeftovers(): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const names = readdirSync(FOLDER).map((file) => path.basename(file, '.json'));
  const found = names.flatMap((name) => {
    const identity = read(name);
    if (identity?.started && isRunning(identity)) return [{ name, identity }];
    forget(name);
    return [];
  });
  for (const { identity } of found) process.kill(identity.pid, 'SIGTERM');
  const until = Date.now() + DEADLINE_SECONDS * 1000;
  for (const { name, identity } of found) {
    while (isRunning(identity) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 100));
    killGroup(identity.pid);
    forget(name);
  }
  return found.map(({ name }) => name);
}
