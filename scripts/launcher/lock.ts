import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA } from '../paths.ts';
import { Problem } from '../problem.ts';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';

const FILE = path.join(DATA, 'lock');

function readLock(): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return null;
  }
}

/** The number of the launcher that runs here; null when none does. */
export function lockHolder(): number | null {
  const holder = readLock();
  return holder && isRunning(holder) ? holder.pid : null;
}

/** One launcher at a time. @throws Problem that names the other one. @returns how to let go. */
export function takeLock(): () => void {
  mkdirSync(DATA, { recursive: true });
  const mine = JSON.stringify(identify(process.pid));
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(FILE, mine, { flag: 'wx' });
      return () => {
        if (lockHolder() === process.pid) rmSync(FILE, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = lockHolder();
    if (holder) {
      throw new Problem(
        `Lumino is running here already (process ${holder}).`,
        `Use that one, or stop it with Ctrl-C in its terminal, or with: kill ${holder}`,
      );
    }
    rmSync(FILE, { force: true });
  }
  throw new Problem(
    'The lock file .data/lock could not be taken.',
    'Is another start under way? Wait a moment and try again.',
  );
}
