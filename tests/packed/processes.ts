import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export type Environment = Record<string, string>;

/** A line of Strapi's log, of a level that somebody should look at. */
export const COMPLAINT = /(error|warn)\S*: /;

const STOP_SECONDS = 30;

export interface Running {
  said(): string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
  /** Waits for something. @throws with what the process said, when it ends before or `seconds` are over. */
  until(what: string, isSo: () => Promise<boolean> | boolean, seconds?: number): Promise<void>;
  /** As a service manager stops it: after half a minute it is killed. @returns the exit code, null when killed. */
  stop(): Promise<number | null>;
}

function run(app: string, args: string[], env: Environment): Running {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: app,
    // Nothing of this repository's own settings.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let over = false;
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  void ended.then(() => (over = true));
  return {
    ended,
    said: () => text,
    async until(what, isSo, seconds = 90) {
      const deadline = Date.now() + seconds * 1000;
      while (!(await isSo())) {
        if (over || Date.now() > deadline) throw new Error(`It is not so that ${what}. It said:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async stop() {
      if (!over) child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000);
      return ended.finally(() => clearTimeout(timer));
    },
  };
}

/** `strapi start`, as the application's own script would. */
export const startApp = (app: string, env: Environment): Running =>
  run(app, [path.join('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js'), 'start'], env);

export const startWorker = (app: string, env: Environment): Running => run(app, ['worker.js'], env);

export const answers =
  ({ PORT }: Environment) =>
  async (): Promise<boolean> =>
    (await fetch(`http://127.0.0.1:${PORT}/_health`).catch(() => null))?.status === 204;
