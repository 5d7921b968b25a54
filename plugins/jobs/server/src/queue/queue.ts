import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { fromKnex, type PgBoss } from 'pg-boss';
import { connect, ENQUEUER, optionsOf, type Sql, WORKER } from './connection';
import { createDeadLetters, type DeadLetter, type Retried } from './dead-letters';
import { type Depth, readDepths } from './depths';
import { createHolds } from './holds';
import { makeOwnTables, ownTables } from './own-tables';
import { checkPayload } from './payload';
import { DEAD_LETTERS, DURABLE, FOREVER } from './policy';
import type { HandleOptions, Handler, Registration } from './registration';
import type { Tasks } from './tasks';
import { tidy } from './tidy';
import { createTries } from './tries';
import { readWorkers, type WorkerProcess } from './workers';
import { createWorking } from './working';

export interface Enqueue {
  /** Work with the same key is queued or running at most once at a time. */
  key?: string;
  /** Higher first. 10: somebody is waiting for a password; 0: usual; -10: bulk. */
  priority?: number;
  /** Inside `strapi.db.transaction`: the job exists exactly if the transaction commits. */
  trx?: Knex.Transaction;
  /** Seconds from now before which it is not run. */
  delaySeconds?: number;
}

export type Queue = ReturnType<typeof createQueue>;

/** A typed port over pg-boss. Every process may enqueue; the worker process alone works. */
export function createQueue(strapi: Core.Strapi) {
  const tasks = new Map<string, Registration>();
  let boss: PgBoss | null = null;
  let stopping: Promise<void> | null = null;

  const known = (task: string): Registration => {
    const registration = tasks.get(task);
    if (registration) return registration;
    throw new Error(
      `jobs: unknown task "${task}"; known are ${[...tasks.keys()].sort().join(', ') || 'none'}`,
    );
  };
  const open = (): PgBoss => {
    if (!boss) throw new Error('jobs: the queue is not open; enqueue after bootstrap');
    return boss;
  };
  const sql: Sql = async <Row>(text: string, values: unknown[] = []) =>
    (await open().getDb().executeSql(text, values)).rows as Row[];

  // The schema is an option, and options are read when the queue is made: before that, plugins only declare.
  const tables = ownTables(optionsOf(strapi).schema);
  const holds = createHolds(sql, tables);
  const letters = createDeadLetters(open, sql, tables);
  const working = createWorking({
    ...{ strapi, tasks, holds, letters },
    tries: createTries(sql, tables),
    tidyUp: () => tidy(sql, tables),
  });

  /** Work with this key that waits or runs. The unique index that keeps it single also finds it. */
  const liveIds = async (task: string, key: string): Promise<string[]> => {
    known(task);
    const rows = await sql<{ id: string }>(
      `select id from ${tables.job} where name = $1 and coalesce(singleton_key, '') = $2
       and state <= 'active' and policy = 'exclusive'`,
      [task, key],
    );
    return rows.map(({ id }) => id);
  };

  const depths = (): Promise<Depth[]> => readDepths(sql, tables, [...tasks.keys()]);

  return {
    /** Declares a task, in `register()`. @throws when the task is taken or the queue is open already. */
    handle<Task extends string>(task: Task, handler: Handler<Task>, options: HandleOptions<Task> = {}): void {
      if (boss) throw new Error(`jobs: declare "${task}" in register(); the queue is open already`);
      if (tasks.has(task)) throw new Error(`jobs: the task "${task}" is declared twice`);
      tasks.set(task, {
        handler: handler as Handler<string>,
        policy: { ...DURABLE, ...options.policy },
        concurrency: options.concurrency ?? 1,
        dead: options.dead as Registration['dead'],
      });
    },

    /** Connects, and makes or updates what pg-boss and this plugin need. */
    async open(): Promise<void> {
      boss = connect(strapi, ENQUEUER);
      await boss.start();
      await makeOwnTables(sql, tables);
      await boss.createQueue(DEAD_LETTERS);
      await boss.updateQueue(DEAD_LETTERS, { retentionSeconds: FOREVER });
      for (const [task, { policy }] of tasks) {
        // `exclusive`: one job per key, queued or running; the key is the row the work is about.
        const options = { ...policy, deadLetter: DEAD_LETTERS, notify: true };
        await boss.createQueue(task, { ...options, policy: 'exclusive' });
        await boss.updateQueue(task, options);
      }
    },

    /**
     * @returns the id of the job, or null when one with the same key is queued or running.
     * @throws Error for an unknown task, TypeError for a payload that is not small plain JSON.
     */
    async enqueue<Task extends string>(
      task: Task,
      payload: Tasks[Task],
      { key, priority = 0, trx, delaySeconds }: Enqueue = {},
    ): Promise<string | null> {
      known(task);
      checkPayload(task, payload);
      return open().send(task, payload, {
        singletonKey: key ?? crypto.randomUUID(),
        priority,
        ...(delaySeconds ? { startAfter: delaySeconds } : {}),
        ...(trx ? { db: fromKnex(trx as never) } : {}),
      });
    },

    /** Whether work with this key waits or runs. */
    isLive: async (task: string, key: string): Promise<boolean> => (await liveIds(task, key)).length > 0,

    /**
     * What waits under this key is not done. What runs has its `signal` aborted within 4 s, in whatever process, and
     * whatever it still does, it is not tried again.
     *
     * @returns whether there was such work.
     */
    async cancel(task: string, key: string): Promise<boolean> {
      const ids = await liveIds(task, key);
      if (ids.length > 0) await open().cancel(task, ids);
      return ids.length > 0;
    },

    /** How much there is of each task, counted now in one statement. */
    depths,

    /**
     * Resolves when nothing waits that may run now, and nothing runs. What waits for its time, or for its next try, is
     * not waited for. Without a worker it never does.
     */
    async drain(task?: string): Promise<void> {
      if (task !== undefined) known(task);
      const busy = ({ task: name, ready, active }: Depth) =>
        (task === undefined || name === task) && ready + active > 0;
      while ((await depths()).some(busy)) await new Promise((resolve) => setTimeout(resolve, 200));
    },

    /** What was given up, the newest first. `after`: id of the last one of the page before. */
    deadLetters: (page?: { limit?: number; after?: string }): Promise<DeadLetter[]> => letters.list(page),

    /** Whether work with this key was given up, and nobody has decided about it yet. */
    isDead: (task: string, key: string): Promise<boolean> => letters.has(task, key),

    /** A dead letter becomes a new job of its own task, with its payload and key, and is gone. Once, however often asked. */
    retry: (id: string): Promise<Retried> => letters.retry(id),

    /** Throws a dead letter away. @returns whether there was one. */
    discard: (id: string): Promise<boolean> => letters.discard(id),

    /** From now on no try of this task begins, in any process, until it is released; null: of no task. It outlives restarts. */
    async hold(task: string | null): Promise<void> {
      // A name that is misspelt would hold nothing, unnoticed.
      if (task !== null) known(task);
      await holds.hold(task);
    },

    /** Takes that very hold away: `release('a')` does not lift `hold(null)`. */
    release: (task: string | null): Promise<void> => holds.release(task),

    /** What is on hold: names of tasks, and `*` for everything. */
    holds: (): Promise<string[]> => holds.list(),

    /** Whether a task, or everything, is on hold. */
    async isHeld(task: string | null = null): Promise<boolean> {
      if (task !== null) known(task);
      return (await holds.read())(task ?? '');
    },

    /** The processes that work, as the database has heard of them in the last two minutes. */
    workers: (): Promise<WorkerProcess[]> => readWorkers(sql, tables),

    /** Starts doing the work. */
    async work(): Promise<void> {
      if (working.isOn()) return;
      const enqueuer = open();
      const worker = connect(strapi, WORKER);
      await worker.start();
      boss = worker;
      await enqueuer.stop({ graceful: false, close: true });
      await working.start(worker);
    },

    /** Fetches no more, waits for running work for at most `drainSeconds`, then lets go of the database. */
    stop(): Promise<void> {
      if (!boss) return Promise.resolve();
      const ending = boss;
      // Running work still enqueues, for instance what comes next: the queue stays open until it is done.
      stopping ??= working
        .stop(ending, optionsOf(strapi).drainSeconds)
        .finally(() => ([boss, stopping] = [null, null]));
      return stopping;
    },
  };
}
