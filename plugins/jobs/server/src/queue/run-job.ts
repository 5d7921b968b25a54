import { channel } from 'node:diagnostics_channel';
import type { Core } from '@strapi/types';
import type { Job, JobResult } from 'pg-boss';
import type { Payload, Registration } from './registration';
import { MAX_UNENDED, type Tries } from './tries';

/** For whoever measures: a message for each try that ended. */
const ran = channel('lumino:jobs:run');

/** Runs the tries of this process, and knows which of them are under way. */
export function createRunner(strapi: Core.Strapi, tries: Tries) {
  const underWay = new Set<string>();

  return {
    /** @throws what pg-boss may keep with the job; it is then tried again. */
    async run(task: string, { handler }: Registration, job: Job<Payload>): Promise<JobResult[]> {
      const { id, retryCount, signal } = job;
      const verdict = await tries.begin(id, task);
      if (verdict === 'held') throw new Error('on hold');
      if (verdict === 'killer') {
        const message = `the last ${MAX_UNENDED} tries began and did not end: it seems to kill its process`;
        strapi.log.error(`jobs: ${task} ${id}: ${message}`);
        await tries.end(id);
        return [{ id, status: 'deadletter', output: { message } }];
      }
      underWay.add(id);
      const begun = performance.now();
      const tell = (outcome: 'completed' | 'failed') =>
        ran.publish({ task, outcome, milliseconds: performance.now() - begun });
      try {
        await handler(job.data, { number: retryCount + 1, signal });
        tell('completed');
        return [{ id, status: 'completed' }];
      } catch (error) {
        tell('failed');
        const { name, message, stack } = error as Error;
        strapi.log.warn(`jobs: ${task} ${id}, attempt ${retryCount + 1}: ${message}`);
        // pg-boss keeps all of an error with the job, and its cause, such as a mail server's answer, may name people.
        throw Object.assign(new Error(message), { name, stack });
      } finally {
        underWay.delete(id);
        // Where this fails the database is away, and the try is done again anyway.
        await tries.end(id).catch((error: Error) => strapi.log.warn(`jobs: ${task} ${id}: ${error.message}`));
      }
    },

    /** A worker that is told to stop has not been killed by what it was doing. */
    async letGo(): Promise<void> {
      if (underWay.size > 0) await tries.end(...underWay);
    },
  };
}
