import type { Core } from '@strapi/types';
import Bree from 'bree';
import { within } from '../within';

/** Work that may be skipped, repeated or overlap with another machine's without harm; nothing else belongs on a clock. */
export interface Schedule {
  name: string;
  /** As bree reads it: `'10s'`, `'every 1 hour'`. */
  interval: string;
  /** Also once, right after the start. */
  atStart?: boolean;
  run(): Promise<void>;
}

const STOP_SECONDS = 1;

/** The whole of a clock thread: it says that it is time. Given as source, since it must not be bundled away. */
const TICK = new Function("require('node:worker_threads').parentPort.postMessage('tick')");

/**
 * bree keeps the time in threads of its own, so that a busy worker still ticks; the work itself runs here, where Strapi
 * is. A tick that comes while the last one is running is dropped.
 */
export function createClock(strapi: Core.Strapi) {
  const schedules = new Map<string, Schedule>();
  const running = new Set<string>();
  let bree: Bree | null = null;

  async function tick(name: string): Promise<void> {
    if (!bree || running.has(name)) return;
    running.add(name);
    try {
      await schedules.get(name)?.run();
    } catch (error) {
      strapi.log.error(`clock: ${name}: ${(error as Error).message}`);
    } finally {
      running.delete(name);
    }
  }

  return {
    /** In `register()`. @throws when the name is taken. */
    every(schedule: Schedule): void {
      if (schedules.has(schedule.name))
        throw new Error(`clock: the schedule "${schedule.name}" is declared twice`);
      schedules.set(schedule.name, schedule);
    },

    async start(): Promise<void> {
      bree = new Bree({
        root: false,
        logger: false,
        workerMessageHandler: ({ name }) => void tick(name),
        jobs: [...schedules.values()].map(({ name, interval, atStart }) => ({
          name,
          interval,
          ...(atStart ? { timeout: 0 } : {}),
          path: TICK as never,
        })),
      });
      await bree.start();
    },

    /** No tick comes any more. A run that is under way goes on; whatever it does can be cut off anywhere. */
    async stop(): Promise<void> {
      const ending = bree;
      bree = null;
      // bree asks each thread to consent and waits without end.
      if (!ending || (await within(STOP_SECONDS, ending.stop()))) return;
      const threads = [...ending.workers.values()].map((thread) => thread.terminate());
      await within(STOP_SECONDS, Promise.all(threads));
    },
  };
}
