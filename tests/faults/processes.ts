import { type ChildProcess, fork, spawn } from 'node:child_process';
import path from 'node:path';
import { WORKER_COMMAND } from '../../scripts/launcher/process-commands.ts';

const ROOT = path.join(__dirname, '..', '..');

/** A database of the test's server. */
export const databaseUrl = (name: string): string =>
  (process.env.TEST_DATABASE_URL as string).replace(/\/[^/]+$/, `/${name}`);

const environment = (database: string, settings: Record<string, string> = {}) => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl(database),
  SMTP_HOST: '127.0.0.1',
  SMTP_IGNORE_TLS: 'true',
  ...settings,
});

export interface Issuer {
  enrol(usernames: string[]): Promise<string[]>;
  issue(recipientKey: string, at: number): Promise<string>;
  forgot(email: string): Promise<number>;
  stop(): Promise<void>;
}

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
};

/** One more process of Strapi, which issues when it is told to. */
export async function startIssuer(database: string, settings: Record<string, string> = {}): Promise<Issuer> {
  const child = fork(path.join(__dirname, 'issuer.ts'), { cwd: ROOT, env: environment(database, settings) });
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  let next = 0;
  child.on('message', ({ id, answer, error }: { id: number; answer?: unknown; error?: string }) => {
    if (error === undefined) waiting.get(id)?.resolve(answer as never);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the issuing process ended with ${code}`));
  });
  const answerTo = <Answer>(wish: object | null): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      if (wish) child.send({ ...wish, id });
    });
  await answerTo(null);
  return {
    enrol: (usernames) => answerTo({ do: 'enrol', usernames }),
    issue: (recipientKey, at) => answerTo({ do: 'issue', recipientKey, at }),
    forgot: (email) => answerTo({ do: 'forgot', email }),
    stop: () => ended(child, 'SIGKILL'),
  };
}

export interface Running {
  pid: number;
  /** In good order. */
  stop(): Promise<void>;
  /** As a power cut does. */
  kill(): void;
  term(): void;
  /** Resolves when the process is gone, however. */
  ended: Promise<void>;
}

/** One more worker beside that of the test run. */
export async function startWorker(database: string, settings: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, WORKER_COMMAND, {
    cwd: ROOT,
    env: environment(database, settings),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('worker ready') && resolve());
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return {
    pid: child.pid as number,
    stop: () => ended(child, 'SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
    term: () => void child.kill('SIGTERM'),
    ended: gone,
  };
}
