import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface OwnPostgres {
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Of the server and of each of its connections. Linux only, as the tests' machine. */
  pids(): number[];
  close(): Promise<void>;
}

/** A server that a test may stop and start without harm to others. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-postgres-'));
  // PostgreSQL runs as another user where this one is root, and has to get in.
  chmodSync(folder, 0o755);
  const child = fork(path.join(__dirname, 'postgres-server.ts'), {
    env: { ...process.env, LUMINO_DATA_DIR: folder },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ask = (wish: 'start' | 'stop') =>
    new Promise<string>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`the server's process ended with ${code}`)));
      child.send(wish);
    });
  const url = await ask('start');
  const main = () =>
    Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const childrenOf = (pid: number) =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return {
    url,
    start: async () => void (await ask('start')),
    stop: async () => void (await ask('stop')),
    pids: () => [main(), ...childrenOf(main())],
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
