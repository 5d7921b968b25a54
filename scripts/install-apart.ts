import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.ts';
import { createProgress } from './progress.ts';

/**
 * Installs a folder that has its own lock file into its own `node_modules`, which git ignores: packages that are large and
 * seldom needed. Once; again when the lock file changes.
 *
 * @param what for the line of progress, such as `Lighthouse`
 * @param megabytes about how many come
 * @throws Problem with npm's words.
 */
export async function installApart(
  folder: string,
  { what, megabytes, cure }: { what: string; megabytes: number; cure: string },
): Promise<void> {
  const stamp = path.join(folder, 'node_modules', '.installed-lock');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const progress = createProgress(`Installing ${what}`);
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    shell: process.platform === 'win32',
  });
  let said = '';
  let seconds = 0;
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (said += chunk));
  const timer = setInterval(() => progress.waiting(`${++seconds} s, about ${megabytes} MB`), 1000);
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
      `Is the registry in reach? ${cure}`.trim(),
    );
  writeFileSync(stamp, lock);
  progress.done();
}
