import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { Client } from 'pg';
import type { Deed, Setting } from './queue-process.ts';

/** A process with the queue alone. What is called is a method of the plugin's queue, or one of the process's own. */
export interface QueueProcess {
  pid: number;
  call<Answer>(name: string, ...args: unknown[]): Promise<Answer>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it has ended: with its signal, or its exit code. */
  ended: Promise<string>;
  /** All it has said. */
  said(): string;
}

/** A database of its own for a test, with queues in as many schemas as it likes. */
export interface QueueDatabase {
  connectionString: string;
  sql<Row = Record<string, any>>(text: string, values?: unknown[]): Promise<Row[]>;
  start(
    setting?: Partial<Setting>,
    options?: { preload?: string; environment?: NodeJS.ProcessEnv },
  ): Promise<QueueProcess>;
  /** Ends every process and drops the database. */
  close(): Promise<void>;
}

export const deed = (note: string, does: Deed['does'] = 'nothing', ms = 0): Deed => ({ note, does, ms });

/** The task that tests use where nothing is said. */
export const TASK = 'test/work';

async function ask<Row>(connectionString: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** @param server any database of the server; its user may make others. */
export async function makeQueueDatabase(
  name: string,
  server = process.env.TEST_DATABASE_URL as string,
): Promise<QueueDatabase> {
  await ask(server, `drop database if exists ${name} with (force)`);
  await ask(server, `create database ${name}`);
  const connectionString = server.replace(/\/[^/]+$/, `/${name}`);
  await ask(
    connectionString,
    `create table notes (id serial primary key, note text, attempt int, pid int, what text,
       at timestamptz not null default clock_timestamp())`,
  );
  const children = new Set<ChildProcess>();
  return {
    connectionString,
    sql: (text, values) => ask(connectionString, text, values),
    async start(setting = {}, { preload, environment = {} } = {}) {
      const whole: Setting = {
        ...{ connectionString, schema: 'pgboss', drainSeconds: 5, work: false, tasks: { [TASK]: {} } },
        ...setting,
      };
      const child = fork(path.join(__dirname, 'queue-process.ts'), {
        env: { ...process.env, ...environment, QUEUE_PROCESS: JSON.stringify(whole) },
        execArgv: ['--disable-warning=ExperimentalWarning', ...(preload ? ['--import', preload] : [])],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      children.add(child);
      return follow(child);
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      await ask(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function follow(child: ChildProcess): Promise<QueueProcess> {
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  let next = 0;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  child.on('message', ({ id, answer, error }: { id: number; answer?: unknown; error?: string }) => {
    if (error === undefined) waiting.get(id)?.resolve(answer as never);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      for (const { reject } of waiting.values())
        reject(new Error(`the process ended (${signal ?? code}): ${said}`));
      resolve(signal ?? String(code));
    });
  });
  const answerTo = <Answer>(wish: object | null): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      if (wish) child.send({ ...wish, id }, (error) => error && reject(error));
    });
  await answerTo(null);
  return {
    pid: child.pid as number,
    call: (call, ...args) => answerTo({ call, args }),
    signal: (signal) => void child.kill(signal),
    ended,
    said: () => said,
  };
}
