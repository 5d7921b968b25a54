import type { Policy } from './policy';
import type { Tasks } from './tasks';

export type Payload = Tasks[string];

/** `signal` is aborted when the job has run too long, was cancelled, or the worker must stop. */
export type Handler<Task extends keyof Tasks> = (
  payload: Tasks[Task],
  attempt: { number: number; signal: AbortSignal },
) => Promise<void>;

/**
 * Called when a job of the task was given up, at least once for each; so it must bear being called twice.
 *
 * @param reason the last error's message, or what became of the last try.
 */
export type Dead<Task extends keyof Tasks> = (payload: Tasks[Task], reason: string) => Promise<void>;

export interface HandleOptions<Task extends keyof Tasks> {
  /** What differs from the usual policy. */
  policy?: Partial<Policy>;
  /** How many at once in one process. 1 unless it is said. */
  concurrency?: number;
  dead?: Dead<Task>;
}

export interface Registration {
  handler: Handler<string>;
  policy: Policy;
  concurrency: number;
  dead?: Dead<string>;
}
