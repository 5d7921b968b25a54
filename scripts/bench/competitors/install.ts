import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../../problem.ts';
import { createProgress } from '../../progress.ts';

const FOLDER = import.meta.dirname;
const STAMP = path.join(FOLDER, 'node_modules', '.installed-lock');

/**
 * Installs what Lumino is compared with, in the versions of the lock file, into a folder that git ignores. Once; again
 * when the lock file changes.
 * @throws Problem with npm's words.
 */
export async function installCompetitors(): Promise<void> {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(FOLDER, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  const progress = createProgress('Installing what is compared with');
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    shell: process.platform === 'win32',
  });
  let said = '';
  let seconds = 0;
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (said += chunk));
  const timer = setInterval(() => progress.waiting(`${++seconds} s, about 110 MB`), 1000);
  const code = await new Promise<number | null>((resolve) => {
    npm.on('error', ({ message }) => {
      said += message;
      resolve(127);
    });
    npm.on('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0)
    throw new Problem(
      `npm ci ended with ${code}:\n\n${said.trim().split('\n').slice(-10).join('\n')}\n`,
      'Is the registry in reach? Lumino’s own rows need none of it: npm run bench -- certificates --only ours',
    );
  writeFileSync(STAMP, lock);
  progress.done();
}
