import type { Core } from '@strapi/types';
import { optionsOf } from './queue/connection';

/** What ending may take beyond `drainSeconds`: failing what did not finish, closing connections, ending threads. */
const ENDING_SECONDS = 4;

/** The process that does the work. */
export function createWorker(strapi: Core.Strapi) {
  const service = (name: string) => strapi.plugin('jobs').service(name);

  /**
   * Whatever else the process does when it is told to end, it does end: Strapi closes one part after the other, and a
   * handler that will not let go of a connection would keep it for ever.
   */
  function endForSure(): void {
    const seconds = optionsOf(strapi).drainSeconds + ENDING_SECONDS;
    setTimeout(() => {
      strapi.log.error(`jobs: still here ${seconds} s after the signal to end; ending by force`);
      process.kill(process.pid, 'SIGKILL');
    }, seconds * 1000).unref();
  }

  return {
    /** Starts doing the work: only the worker process calls this. */
    async start(): Promise<void> {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endForSure);
      await service('queue').work();
      await service('clock').start();
    },

    /** Lets running work finish, for at most `drainSeconds`; what does not finish is done again by the next worker. */
    async stop(): Promise<void> {
      await Promise.all([service('clock').stop(), service('queue').stop()]);
      // Last: running work may be waiting for an answer of a thread.
      await service('threads').stop();
    },
  };
}
