const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** First wait after a failed attempt, doubled after each further one. */
const FIRST_WAIT = 15 * SECOND;
/** Below a quarter of an hour, so that a server that has recovered has all mail within that. */
const LONGEST_WAIT = 10 * MINUTE;
/** What may have arrived already is not hurried. */
const WAIT_AFTER_UNKNOWN = MINUTE;

/** Of a mail whose fate is unknown, one more is sent, under the same Message-ID; then a person decides. */
export const UNKNOWNS_ALLOWED = 2;

/** @param attempts so far, at least one. @returns when to try again. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT));
}

export const afterUnknown = (now: Date): Date => new Date(now.getTime() + WAIT_AFTER_UNKNOWN);

export const isTooOld = (queuedAt: Date | string, giveUpAfterDays: number, now: Date): boolean =>
  now.getTime() - new Date(queuedAt).getTime() > giveUpAfterDays * DAY;

/** While the server is down: how long until one mail tries again whether it is back. */
export const nextProbe = (probes: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(FIRST_WAIT * 2 ** probes, 5 * MINUTE));
