import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA } from '../paths.ts';
import { Problem } from '../problem.ts';

const FILE = path.join(DATA, 'lock');

/** When a process started, in the kernel's ticks: tells a process from a later one with the same number. Linux only. */
function startOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** One launcher at a time. @throws Problem that names the other one. @returns how to let go. */
export function takeLock(): () => void {
  mkdirSync(DATA, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(FILE, mine, { flag: 'wx' });
      return () => {
        if (existsSync(FILE) && readFileSync(FILE, 'utf8') === mine) rmSync(FILE, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const { pid, start } = readLock();
    if (pid && isAlive(pid) && (start === null || startOf(pid) === start)) {
      throw new Problem(
        `Lumino is running here already (process ${pid}).`,
        `Use that one, or stop it with Ctrl-C in its terminal, or with: kill ${pid}`,
      );
    }
    rmSync(FILE, { force: true });
  }
  throw new Problem(
    'The lock file .data/lock could not be taken.',
    'Is another start under way? Wait a moment and try again.',
  );
}

function readLock(): { pid: number | null; start: string | null } {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return { pid: null, start: null };
  }
}
