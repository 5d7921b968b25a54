import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identify, isRunning } from '../launcher/process-identity.ts';
import { Problem } from '../problem.ts';
import type { Home } from './home.ts';

/** Two who change releases at once would each end what the other has started. @throws Problem while somebody else does */
export async function oneAtATime<Result>(home: Home, work: () => Promise<Result>): Promise<Result> {
  const file = path.join(home.root, 'deploy.lock');
  const take = () => writeFileSync(file, JSON.stringify(identify(process.pid)), { flag: 'wx' });
  try {
    take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = JSON.parse(readFileSync(file, 'utf8') || '{"pid":0}');
    if (holder.pid && isRunning(holder))
      throw new Problem(
        `Somebody else changes releases here (process ${holder.pid}).`,
        'Wait until that is done.',
      );
    // Whoever it was is gone.
    rmSync(file, { force: true });
    take();
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
