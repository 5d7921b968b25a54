import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/testing/free-port.ts';

export type Environment = Record<string, string>;

/** A place of its own for one test: folder, `.env` and ports. Only the database and the inbox are started there. */
export async function newPlace(): Promise<Environment> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-launcher-'));
  // PostgreSQL runs as another user where this one is root, and has to get in.
  chmodSync(folder, 0o755);
  return {
    LUMINO_DATA_DIR: folder,
    LUMINO_ENV_FILE: path.join(folder, '.env'),
    LUMINO_ONLY: 'inbox',
    CMS_PORT: await freePort(),
    SITE_PORT: await freePort(),
    INBOX_PORT: await freePort(),
    SMTP_PORT: await freePort(),
    PG_PORT: await freePort(),
    DATABASE_URL: '',
  };
}

export const removePlace = ({ LUMINO_DATA_DIR }: Environment): void =>
  rmSync(LUMINO_DATA_DIR as string, { recursive: true, force: true });

export interface Launched {
  /** The process that `npm start` runs. */
  door: ChildProcess;
  said(): string;
  /** Waits for a text; fails when the command ends before it is said. */
  says(text: string): Promise<void>;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

/** Runs `npm start` without npm, in a group of its own, as a terminal does. */
export function start(env: Environment): Launched {
  const inherited = { ...process.env };
  // What this run of the tests has loaded from .env must not hide the file under test.
  for (const name of ['APP_KEYS', 'JWT_SECRET', 'SITE_URL', 'CMS_URL', 'CMS_PUBLIC_URL', 'CERTIFICATES_DIR'])
    delete inherited[name];
  const door = spawn(process.execPath, ['scripts/boot.mjs', 'start'], {
    env: { ...inherited, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [door.stdout, door.stderr]) stream?.on('data', (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => door.on('close', resolve));
  return {
    door,
    ended,
    said: () => text,
    async says(wanted) {
      let over = false;
      void ended.then(() => (over = true));
      while (!text.includes(wanted)) {
        if (over) throw new Error(`It ended without saying "${wanted}". It said:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/** Ctrl-C: the terminal sends it to everything of its group. */
export const interrupt = ({ door }: Launched): boolean => process.kill(-(door.pid as number), 'SIGINT');

/** The launcher's own process, as it notes it. */
export const launcherPid = ({ LUMINO_DATA_DIR }: Environment): number =>
  JSON.parse(readFileSync(path.join(LUMINO_DATA_DIR as string, 'lock'), 'utf8')).pid;

/** Whether something answers on a port. */
export const answersOn = (port: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`)
    .then(() => true)
    .catch((error: { cause?: { code?: string } }) => error.cause?.code !== 'ECONNREFUSED');
