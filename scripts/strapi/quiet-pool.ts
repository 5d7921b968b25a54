import { setTimeout as sleep } from 'node:timers/promises';

/** What is asked here of the pool of connections that Knex keeps (the package tarn). */
export interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

const LOOK_EACH_MS = 25;
/** Between two questions of one event nothing is asked, for less than that. */
const QUIET_LOOKS = 4;

/**
 * Resolves when nobody has asked the database anything for a tenth of a second. Strapi tells of what was saved (`entry.create`
 * and the like, for webhooks) after it was saved, and nobody waits for that: connections that are closed meanwhile end the
 * process with an error, though everything is saved.
 * @param patienceMs after which it resolves in any case
 */
export async function quietPool(pool: Pool, patienceMs = 30_000): Promise<void> {
  let quiet = 0;
  for (let waited = 0; quiet < QUIET_LOOKS && waited < patienceMs; waited += LOOK_EACH_MS) {
    await sleep(LOOK_EACH_MS);
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
}
