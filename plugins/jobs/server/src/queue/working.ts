import type { Core } from '@strapi/types';
import type { Job, PgBoss } from 'pg-boss';
import { within } from '../within';
import type { DeadLetters } from './dead-letters';
import type { Holds } from './holds';
import type { Payload, Registration } from './registration';
import { repeat } from './repeat';
import { createRunner } from './run-job';
import type { Tries } from './tries';

/**
 * pg-boss looks only every 30 s by itself once a notification can wake it, also when a job was waiting all along. These
 * are seconds.
 */
const POLLING = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };
const HOLDS_SECONDS = 1;
const LETTERS_SECONDS = 5;
const TIDY_SECONDS = 3600;
/** What the database may take to let go, after the running work had its time. */
const CLOSING_SECONDS = 2;

interface Parts {
  strapi: Core.Strapi;
  tasks: Map<string, Registration>;
  holds: Holds;
  letters: DeadLetters;
  tries: Tries;
  tidyUp(): Promise<void>;
}

/** The part of the queue that only a worker has: what fetches, and what looks after dead letters. */
export function createWorking({ strapi, tasks, holds, letters, tries, tidyUp }: Parts) {
  const runner = createRunner(strapi, tries);
  const fetching = new Set<string>();
  let ends: (() => Promise<void>)[] = [];
  let on = false;

  async function fetch(boss: PgBoss, task: string, registration: Registration): Promise<void> {
    fetching.add(task);
    const options = {
      localConcurrency: registration.concurrency,
      batchSize: 1,
      heartbeatRefreshSeconds: 4,
      perJobResults: true,
      ...POLLING,
    } as const;
    let workerId = '';
    workerId = await boss.work(task, options, async ([job]: Job<Payload>[]) => {
      if (!job) return [];
      // A notification that came while this job ran is spent: look for the next one as soon as this is done.
      if (workerId) boss.notifyWorker(workerId);
      return runner.run(task, registration, job);
    });
  }

  /** Fetches what is not on hold, and nothing else. A try that was fetched a moment too early is refused as it begins. */
  async function followHolds(boss: PgBoss): Promise<void> {
    const isHeld = await holds.read();
    for (const [task, registration] of tasks) {
      if (!on) return;
      if (isHeld(task) && fetching.delete(task)) await boss.offWork(task, { wait: false });
      else if (!isHeld(task) && !fetching.has(task)) await fetch(boss, task, registration);
    }
  }

  async function tellOfLetters(): Promise<void> {
    await letters.tell(
      async ({ task, payload, reason }) => {
        const registration = tasks.get(task);
        await registration?.dead?.(payload, reason);
        return registration !== undefined;
      },
      ({ task, id }, error) => strapi.log.error(`jobs: ${task}: telling of letter ${id}: ${error.message}`),
    );
  }

  return {
    isOn: () => on,

    async start(boss: PgBoss): Promise<void> {
      on = true;
      await followHolds(boss);
      const failed = (error: Error) => strapi.log.warn(`jobs: ${error.message}`);
      ends = [
        repeat(HOLDS_SECONDS, () => followHolds(boss), failed),
        repeat(LETTERS_SECONDS, tellOfLetters, failed),
        repeat(TIDY_SECONDS, tidyUp, failed),
      ];
    },

    /** Ends within `drainSeconds` and a little, also when the database does not answer. */
    async stop(boss: PgBoss, drainSeconds: number): Promise<void> {
      on = false;
      fetching.clear();
      const sweeps = Promise.all(ends.map((end) => end()));
      ends = [];
      const closed = (async () => {
        // What does not finish in time is failed here, and so another worker has it soon.
        await boss.stop({ graceful: true, close: false, timeout: drainSeconds * 1000 });
        await runner.letGo();
        await sweeps;
        await boss.stop({ close: true });
        // Thrown, it would keep Strapi from closing what comes after this plugin.
      })().catch((error: Error) => strapi.log.error(`jobs: while stopping: ${error.message}`));
      if (!(await within(drainSeconds + CLOSING_SECONDS, closed)))
        strapi.log.warn('jobs: the database did not let go in time');
    },
  };
}
