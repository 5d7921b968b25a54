import type { Registry } from 'prom-client';
import type { Patience } from '../kept-answer';
import { Label } from './label';
import { addReadGauges } from './read-gauges';

/** How many jobs of a task are in each state; a plugin `jobs` gives them as `service('queue').depths()`. */
export interface Depth {
  task: string;
  ready: number;
  delayed: number;
  active: number;
  retrying: number;
  dead: number;
  /** For how many seconds the oldest of the ready ones could have been begun; null when none is ready. */
  oldestReadySeconds: number | null;
}
const STATES = ['ready', 'delayed', 'active', 'retrying', 'dead'] as const;

export function addQueueGauges(
  registry: Registry,
  depths: () => Promise<Depth[]>,
  patience?: Patience,
): void {
  addReadGauges(
    registry,
    depths,
    [
      {
        name: 'lumino_queue_jobs',
        help: 'Jobs of a task in a state.',
        labels: ['task', 'state'],
        samples: (rows) =>
          rows.flatMap((row) =>
            STATES.map((state) => ({ labels: { task: Label.parse(row.task), state }, value: row[state] })),
          ),
      },
      {
        name: 'lumino_queue_oldest_seconds',
        help: 'For how long the oldest job of a task that could be run now has waited, in seconds; 0 when none waits.',
        labels: ['task'],
        samples: (rows) =>
          rows.map((row) => ({
            labels: { task: Label.parse(row.task) },
            value: row.oldestReadySeconds ?? 0,
          })),
      },
      {
        name: 'lumino_dead_letters',
        help: 'Jobs that failed for good and wait for a person.',
        samples: (rows) => [{ value: rows.reduce((sum, { dead }) => sum + dead, 0) }],
      },
    ],
    patience,
  );
}

/**
 * @param workers those that were seen lately. One that is gone is soon no longer among them, so the newest sign of life
 * is remembered: the figure goes on growing.
 */
export function addWorkerGauge(
  registry: Registry,
  workers: () => Promise<{ seenAt: Date | string }[]>,
  patience?: Patience,
): void {
  let newest: number | null = null;
  addReadGauges(
    registry,
    workers,
    [
      {
        name: 'lumino_worker_last_seen_seconds',
        help: 'Since the newest sign of life of any worker, in seconds.',
        samples(seen) {
          for (const { seenAt } of seen) newest = Math.max(newest ?? 0, new Date(seenAt).getTime());
          return [{ value: newest === null ? null : Math.max(0, Date.now() - newest) / 1000 }];
        },
      },
    ],
    patience,
  );
}
