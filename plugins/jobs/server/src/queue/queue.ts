import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { fromKnex, PgBoss } from 'pg-boss';
import type { JobsConfig } from '../config';
import { jsonTypes } from './json-types';
import { checkPayload } from './payload';
import { DEAD_LETTERS, DURABLE, type Policy } from './policy';
import type { Tasks } from './tasks';

/** `signal` is aborted when the job has run too long or the worker must stop. */
export type Handler<Task extends keyof Tasks> = (
  payload: Tasks[Task],
  attempt: { number: number; signal: AbortSignal },
) => Promise<void>;

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

/**
 * pg-boss looks only every 30 s by itself once a notification can wake it, also when a job was waiting all along. These
 * are seconds.
 */
const POLLING = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };

interface Registration {
  handler: Handler<string>;
  policy: Policy;
  concurrency: number;
}

export type Queue = ReturnType<typeof createQueue>;

/** A typed port over pg-boss. Every process may enqueue; the worker process alone works. */
export function createQueue(strapi: Core.Strapi) {
  const tasks = new Map<string, Registration>();
  let boss: PgBoss | null = null;
  let working = false;

  const known = (task: string): Registration => {
    const registration = tasks.get(task);
    if (registration) return registration;
    throw new Error(
      `jobs: unknown task "${task}"; known are ${[...tasks.keys()].sort().join(', ') || 'none'}`,
    );
  };

  const running = (): PgBoss => {
    if (!boss) throw new Error('jobs: the queue is not open yet; enqueue after bootstrap');
    return boss;
  };

  const connect = (name: string, options: { max: number; supervise: boolean }): PgBoss => {
    const { connectionString, schema } = strapi.config.get('plugin::jobs') as JobsConfig;
    const made = new PgBoss({
      connectionString,
      schema,
      application_name: name,
      schedule: false,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      useListenNotify: true,
      ...options,
      ...({ types: jsonTypes } as object),
    });
    made.on('error', (error) => strapi.log.error(`jobs: ${error.message}`));
    made.on('warning', ({ message }) => strapi.log.warn(`jobs: ${message}`));
    return made;
  };

  return {
    /** Declares a task, in `register()`. @throws when the task is taken or the queue is open already. */
    handle<Task extends string>(
      task: Task,
      handler: Handler<Task>,
      options: { policy?: Partial<Policy>; concurrency?: number } = {},
    ): void {
      if (boss) throw new Error(`jobs: declare "${task}" in register(); the queue is open already`);
      if (tasks.has(task)) throw new Error(`jobs: the task "${task}" is declared twice`);
      tasks.set(task, {
        handler: handler as Handler<string>,
        policy: { ...DURABLE, ...options.policy },
        concurrency: options.concurrency ?? 1,
      });
    },

    /** Connects, and makes or updates what pg-boss needs. */
    async open(): Promise<void> {
      boss = connect('lumino-jobs', { max: 4, supervise: false });
      await boss.start();
      await boss.createQueue(DEAD_LETTERS, { retentionSeconds: DURABLE.retentionSeconds });
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
      return running().send(task, payload, {
        singletonKey: key ?? crypto.randomUUID(),
        priority,
        ...(delaySeconds ? { startAfter: delaySeconds } : {}),
        ...(trx ? { db: fromKnex(trx as never) } : {}),
      });
    },

    /** Whether work with this key waits or runs. */
    async isLive(task: string, key: string): Promise<boolean> {
      known(task);
      const jobs = await running().findJobs(task, { key });
      return jobs.some((job) => ['created', 'retry', 'active'].includes(job.state));
    },

    /** Starts doing the work. */
    async work(): Promise<void> {
      if (working) return;
      working = true;
      // The worker is also the one that notices dead colleagues, so it needs a supervisor of its own.
      await boss?.stop({ graceful: false, close: true });
      boss = connect('lumino-worker', { max: 8, supervise: true });
      await boss.start();
      for (const [task, { handler, concurrency }] of tasks) {
        const options = {
          localConcurrency: concurrency,
          batchSize: 1,
          heartbeatRefreshSeconds: 4,
          ...POLLING,
        };
        let workerId = '';
        workerId = await boss.work<Record<string, string>>(task, options, async ([job]) => {
          if (!job) return;
          // A notification that came while this job ran is spent: look for the next one as soon as this is done.
          if (workerId) boss?.notifyWorker(workerId);
          try {
            await handler(job.data, { number: job.retryCount + 1, signal: job.signal });
          } catch (error) {
            const { name, message, stack } = error as Error;
            strapi.log.warn(`jobs: ${task} ${job.id}, attempt ${job.retryCount + 1}: ${message}`);
            // pg-boss keeps all of an error with the job, and its cause, such as a mail server's answer, may name people.
            throw Object.assign(new Error(message), { name, stack });
          }
        });
      }
    },

    /** Waits for running work, for at most `drainSeconds`, then lets go of the database. */
    async stop(): Promise<void> {
      const { drainSeconds } = strapi.config.get('plugin::jobs') as JobsConfig;
      const stopping = boss;
      boss = null;
      working = false;
      await stopping?.stop({ graceful: true, close: true, timeout: drainSeconds * 1000 });
    },
  };
}
