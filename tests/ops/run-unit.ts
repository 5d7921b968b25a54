import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readUnit } from './unit-file.ts';

/** `run-unit.ts UNIT`: keeps one unit running, as its file says, until it is told to end. Started by systemctl.ts. */
const [name = ''] = process.argv.slice(2);
const { OPS_UNITS = '', OPS_RUN = '' } = process.env;
const unit = readUnit(OPS_UNITS, name);
const inRun = (suffix: string) => path.join(OPS_RUN, `${name}.${suffix}`);
const log = openSync(inRun('log'), 'a');
// systemd hands down nothing of its own environment.
const env = { PATH: process.env.PATH, ...unit.env };
const tell = (state: 'active' | 'failed' | 'restarting') => writeFileSync(inRun('state'), state);

let stopping = false;
let main: ChildProcess | null = null;
const run = (command: string[]): ChildProcess =>
  spawn(command[0] as string, command.slice(1), {
    cwd: unit.workingDirectory,
    env,
    stdio: ['ignore', log, log],
  });
const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', (code) => resolve(code)));

process.on('SIGTERM', () => {
  stopping = true;
  main?.kill('SIGTERM');
  setTimeout(() => main?.kill('SIGKILL'), unit.stopMs).unref();
});

let isFirst = true;
for (;;) {
  main = run(unit.start);
  writeFileSync(inRun('pid'), String(main.pid));
  const ended = exitOf(main);
  const post = unit.startPost ? run(unit.startPost) : null;
  const ready = post ? await Promise.race([exitOf(post), ended.then(() => 1)]) : 0;
  if (ready === 0) tell('active');
  else {
    post?.kill('SIGKILL');
    main.kill('SIGKILL');
  }
  const code = await ended;
  if (stopping || (isFirst && ready !== 0)) {
    if (ready !== 0) tell('failed');
    break;
  }
  if (code === 0 || !unit.restartOnFailure) break;
  isFirst = false;
  tell('restarting');
  await new Promise((resolve) => setTimeout(resolve, unit.restartMs));
  if (stopping) break;
}
rmSync(inRun('pid'), { force: true });
