import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/types';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../../../http/refuse';
import { bucketOf } from '../bucket-of';

/** How often within how many seconds. Generous where a class sits behind one address. */
const LIMITS = {
  'wrong-password': { points: 10, duration: 60 },
  'sign-up': { points: 100, duration: 600 },
  'password-reset': { points: 20, duration: 600 },
  'confirmation-mail': { points: 3, duration: 3600 },
  'unknown-code': { points: 60, duration: 60 },
};
type Limit = keyof typeof LIMITS;

/** Limits of attempts (P7), counted in PostgreSQL: all processes of the cms share them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const limiters = new Map<Limit, RateLimiterPostgres>();
  const limiterOf = (name: Limit): RateLimiterPostgres => {
    const known = limiters.get(name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      ...{ storeClient: strapi.db.connection, storeType: 'knex', keyPrefix: name },
      // Made by a migration; emptied by the clock.
      ...{ tableName: 'attempt_limits', tableCreated: true, clearExpiredByTimeout: false },
      ...LIMITS[name],
    });
    limiters.set(name, limiter);
    return limiter;
  };
  /** The table names no reader. */
  const keyOf = (who: string): string =>
    createHmac('sha256', strapi.config.get<string[]>('server.app.keys')[0] ?? '')
      .update(bucketOf(who))
      .digest('base64url');

  const refuseFor = (milliseconds: number): Error => {
    const retryAfter = Math.max(1, Math.ceil(milliseconds / 1000));
    strapi.requestContext.get()?.set('Retry-After', String(retryAfter));
    return refuse(429, 'too-many', 'Too many attempts: try again later', { retryAfter });
  };

  return {
    /** @param who an address, or the key of a user. @throws 429 when nothing is left; counts nothing. */
    async check(name: Limit, who: string): Promise<void> {
      const state = await limiterOf(name).get(keyOf(who));
      if (state && state.consumedPoints >= LIMITS[name].points) throw refuseFor(state.msBeforeNext);
    },

    /** Counts one. @throws 429 when it is one too many. */
    async count(name: Limit, who: string): Promise<void> {
      try {
        await limiterOf(name).consume(keyOf(who));
      } catch (error) {
        if (error instanceof RateLimiterRes) throw refuseFor(error.msBeforeNext);
        throw error;
      }
    },

    /** Removes what has run out; called by the clock. */
    async sweep(): Promise<void> {
      await strapi.db.connection('attempt_limits').where('expire', '<', Date.now()).delete();
    },
  };
};
