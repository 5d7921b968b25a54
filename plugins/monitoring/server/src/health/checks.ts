import type { Core } from '@strapi/types';
import type { Readiness } from './readiness';

const TICK_SECONDS = 15;
/** More than three ticks are missing. */
const LATE_SECONDS = 60;
const QUERY_MS = 2_000;

/** Whether the database answers, by the way that every other query takes. */
export function checkDatabase(strapi: Core.Strapi, readiness: Readiness): void {
  // With a limit of its own: a connection that nobody answers on is thrown away, and does not wait for ever.
  readiness.add('database', () => strapi.db.connection.raw('select 1').timeout(QUERY_MS));
}

/** Whether the queue of a plugin `jobs` is open and answers, where there is one that can be asked. */
export function checkQueue(strapi: Core.Strapi, readiness: Readiness): void {
  const queue = strapi.service('plugin::jobs.queue' as never) as { depths?(): Promise<unknown> } | undefined;
  if (queue?.depths) readiness.add('queue', async () => queue.depths?.());
}

/**
 * In a worker: whether the clock of a plugin `jobs` ticks, which it does when it has started and its threads live.
 * Declared in `register()`, as every schedule; asked for only where the clock is started.
 */
export function watchClock(strapi: Core.Strapi): { addTo(readiness: Readiness): void } {
  const clock = strapi.service('plugin::jobs.clock' as never) as
    | { every(schedule: { name: string; interval: string; atStart: boolean; run(): Promise<void> }): void }
    | undefined;
  let ticked = -Infinity;
  clock?.every({
    name: 'monitoring-tick',
    interval: `${TICK_SECONDS}s`,
    atStart: true,
    run: async () => void (ticked = performance.now()),
  });
  return {
    addTo(readiness) {
      if (!clock) return;
      readiness.add('clock', async () => {
        if (performance.now() - ticked > LATE_SECONDS * 1000)
          throw Object.assign(new Error('the clock does not tick'), { code: 'no tick' });
      });
    },
  };
}
