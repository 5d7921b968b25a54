import { createRequire } from 'node:module';
import { connect } from 'node:net';
import knex from 'knex';

// A process that has the queue of the plugin and nothing else: no Strapi, no content. What it is made of stands in
// QUEUE_PROCESS; what is asked of it comes as messages. Its tasks do what their payload says, and note it in a table.

export interface Setting {
  connectionString: string;
  schema: string;
  drainSeconds: number;
  work: boolean;
  tasks: Record<string, { policy?: object; concurrency?: number }>;
}

export interface Deed {
  note: string;
  does: 'nothing' | 'wait' | 'ignore the signal' | 'kill' | 'throw' | 'enqueue another' | 'greet' | 'query';
  ms: number;
  /** Of the mail server to be greeted. */
  port?: number;
}

export interface Wish {
  id: number;
  call: string;
  args: unknown[];
}

const setting = JSON.parse(process.env.QUEUE_PROCESS as string) as Setting;
const plugin = createRequire(import.meta.url)('../../../plugins/jobs/dist/server/index.js');
const database = knex({ client: 'pg', connection: setting.connectionString, pool: { min: 0, max: 10 } });
// A lost connection is the subject of tests, not the end of this process.
database.client.pool.on?.('error', () => undefined);

const services = new Map<string, any>();
const say = (text: string) => console.log(text);
const strapi = {
  config: { get: () => setting },
  log: { error: say, warn: say, info: say, debug: () => undefined },
  plugin: () => ({ service: (name: string) => services.get(name) }),
};
for (const name of ['queue', 'clock', 'threads', 'worker'])
  services.set(name, (plugin.default ?? plugin).services[name]({ strapi }));
const queue = services.get('queue');

const note = (deed: Deed, attempt: number, what: string) =>
  database('notes').insert({ note: deed.note, attempt, pid: process.pid, what });
const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(new Error('told to stop'))));
  });

/** Waits for the greeting of a mail server. */
const greet = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('data', () => (socket.destroy(), resolve()));
  });

async function act(task: string, deed: Deed, { number, signal }: { number: number; signal: AbortSignal }) {
  await note(deed, number, 'begins');
  // pg-boss aborts the signal of a job that is over, too.
  let over = false;
  signal.addEventListener('abort', () => {
    if (!over) void note(deed, number, 'aborted').catch(() => undefined);
  });
  if (deed.does === 'throw') throw new Error(`thrown by ${deed.note}`);
  if (deed.does === 'wait') await pause(deed.ms, signal);
  if (deed.does === 'ignore the signal') await pause(deed.ms);
  if (deed.does === 'kill') await pause(deed.ms).then(() => process.kill(process.pid, 'SIGKILL'));
  if (deed.does === 'query') await database.raw('select pg_sleep(?)', [deed.ms / 1000]);
  if (deed.does === 'greet') await greet(deed.port as number);
  if (deed.does === 'enqueue another') {
    await pause(deed.ms);
    await queue.enqueue(task, { ...deed, does: 'nothing', note: `${deed.note}-next` });
  }
  over = true;
  await note(deed, number, 'ends');
}

for (const [task, options] of Object.entries(setting.tasks))
  queue.handle(
    task,
    (deed: Deed, attempt: { number: number; signal: AbortSignal }) => act(task, deed, attempt),
    {
      ...options,
      dead: (deed: Deed, reason: string) => note(deed, 0, `dead: ${reason}`),
    },
  );

const own: Record<string, (...args: any[]) => Promise<unknown>> = {
  /** Writes a row and enqueues, in one transaction, or (the control) enqueues beside it or after it. */
  async write(
    task: string,
    deed: Deed,
    end: 'commit' | 'rollback' | 'die',
    how: 'inside' | 'beside' | 'after',
  ) {
    await database
      .transaction(async (trx) => {
        await trx('notes').insert({ note: deed.note, attempt: 0, pid: process.pid, what: 'written' });
        if (how !== 'after')
          await queue.enqueue(task, deed, { key: deed.note, ...(how === 'inside' ? { trx } : {}) });
        if (end === 'rollback') throw new Error('rolled back');
      })
      .catch((error: Error) => {
        if (end !== 'rollback') throw error;
      });
    // The next instruction after the commit.
    if (end === 'die') process.kill(process.pid, 'SIGKILL');
    if (how === 'after') await queue.enqueue(task, deed, { key: deed.note });
  },
  /** What the process's own clock says. */
  now: () => Promise.resolve(Date.now()),
};

process.on('message', async ({ id, call, args }: Wish) => {
  try {
    const answer = await (own[call] ?? queue[call])(...args);
    process.send?.({ id, answer });
  } catch (error) {
    process.send?.({ id, error: (error as Error).message });
  }
});
// As Strapi does it.
process.once('SIGTERM', async () => {
  await services.get('worker').stop();
  process.exit(0);
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

await queue.open();
if (setting.work) await services.get('worker').start();
process.send?.({ id: 0, answer: 'ready' });
