import type { Core } from '@strapi/types';

export interface MailHealth {
  down: boolean;
  /** Deliveries that have not ended. */
  waiting: number;
  oldestWaitingSeconds: number | null;
  /** Within a day. */
  refusedToday: number;
  givenUp: number;
}

/** How mail is doing, in numbers. */
export async function mailHealth(strapi: Core.Strapi, now = new Date()): Promise<MailHealth> {
  const deliveries = () => strapi.db.connection('deliveries');
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  const [[unfinished], [refused], [givenUp], { downSince }] = await Promise.all([
    deliveries().whereNotNull('next_attempt_at').count('* as n').min('queued_at as oldest'),
    deliveries().where('refused_at', '>', dayAgo).count('* as n'),
    deliveries().whereNotNull('given_up_at').whereNull('cancelled_at').count('* as n'),
    strapi.plugin('deliveries').service('serverState').current(),
  ]);
  const oldest = unfinished?.oldest as Date | string | null | undefined;
  return {
    down: downSince !== null,
    waiting: Number(unfinished?.n ?? 0),
    oldestWaitingSeconds: oldest ? Math.max(0, (now.getTime() - new Date(oldest).getTime()) / 1000) : null,
    refusedToday: Number(refused?.n ?? 0),
    givenUp: Number(givenUp?.n ?? 0),
  };
}
