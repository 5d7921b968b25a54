import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-watchdog-'));
const told = path.join(folder, 'told');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => rmSync(told, { force: true }));

/** In place of systemd's own: notes what it was asked to tell. */
writeFileSync(path.join(folder, 'systemd-notify'), `#!/bin/sh\necho "$@" >> ${told}\n`);
chmodSync(path.join(folder, 'systemd-notify'), 0o755);

/** Runs a program under a watchdog of 0.3 s. @returns what was told to systemd. */
async function under(program: string, env: Record<string, string> = {}): Promise<string[]> {
  const child = spawn(
    'node',
    ['--import', path.join(__dirname, 'watchdog.ts'), '--input-type=module', '-e', program],
    {
      env: {
        ...process.env,
        PATH: `${folder}:${process.env.PATH}`,
        NOTIFY_SOCKET: path.join(folder, 'socket'),
        WATCHDOG_USEC: '300000',
        ...env,
      },
    },
  );
  await new Promise((resolve) => child.on('exit', resolve));
  return existsSync(told) ? readFileSync(told, 'utf8').trim().split('\n') : [];
}

it('says again and again that it works', async () => {
  const lines = await under('setTimeout(() => {}, 1000)');
  expect(lines.length).toBeGreaterThan(3);
  expect(new Set(lines)).toEqual(new Set(['WATCHDOG=1']));
});

it('says nothing more while the process hangs, whatever its threads do', async () => {
  const hang = `
    import { Worker } from 'node:worker_threads';
    new Worker('setTimeout(() => {}, 1500)', { eval: true });
    const until = Date.now() + 1500;
    while (Date.now() < until);`;
  // Before and after; without the hang it would be fifteen.
  expect((await under(hang)).length).toBeLessThan(8);
});

it('is silent where nobody watches, or another process is meant', async () => {
  expect(await under('setTimeout(() => {}, 400)', { WATCHDOG_USEC: '' })).toEqual([]);
  expect(await under('setTimeout(() => {}, 400)', { WATCHDOG_PID: '1' })).toEqual([]);
});
