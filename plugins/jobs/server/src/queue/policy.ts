/**
 * How pg-boss treats a task, as data. Times in seconds.
 *
 * Retried for ten days: pg-boss's own default (two retries at once) loses every mail in an outage of a minute. The delay
 * doubles from 15 s to 15 min, so that the first retry comes within a minute and a recovery is noticed within a quarter
 * of an hour. A job whose retention is over is deleted without a letter, so the retries must be used up long before that.
 */
export interface Policy {
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  retryDelayMax: number;
  retentionSeconds: number;
  /** A job whose worker shows no sign of life for this long is given to another one. */
  heartbeatSeconds: number;
  expireInSeconds: number;
  deleteAfterSeconds: number;
}

const DAY = 24 * 60 * 60;

export const DURABLE: Policy = {
  retryLimit: 1000,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 15 * 60,
  retentionSeconds: 30 * DAY,
  heartbeatSeconds: 10,
  expireInSeconds: 15 * 60,
  deleteAfterSeconds: 7 * DAY,
};

/** Where work ends that failed more often than its policy allows, or kills its process; a person looks at it. */
export const DEAD_LETTERS = 'dead-letters';

/** A dead letter stays until a person has decided. pg-boss has no "for ever": this is fifty years, in seconds. */
export const FOREVER = 50 * 365 * DAY;
