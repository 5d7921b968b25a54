import type { Core } from '@strapi/types';
import type { Summary } from '../../../shared/contracts/administration';
import type { Access } from './access';
import { queueOf } from './background-work';
import { permittedIds } from './permitted-ids';
import { serverReport } from './server-report';
import { SEND_TASK } from '../constants';

const HOUR = 3600 * 1000;

/** The beginnings of the hours that the last 24 hours touch, oldest first; those of the clock, and so 25 of them. */
export const hoursUntil = (now: Date): Date[] => {
  const current = new Date(now);
  current.setMinutes(0, 0, 0);
  return Array.from({ length: 25 }, (_, index) => new Date(current.getTime() - (24 - index) * HOUR));
};

/** How mail is doing, of what the user may see. One statement for each index, so that none reads the whole ledger. */
export async function summarise(strapi: Core.Strapi, access: Access, now = new Date()): Promise<Summary> {
  const dayAgo = new Date(now.getTime() - 24 * HOUR);
  const mine = () =>
    access.mayAll('read')
      ? strapi.db.connection('deliveries')
      : strapi.db.connection('deliveries').whereIn('id', permittedIds(strapi, access.where('read')));
  const [server, [waiting], [refused], [givenUp], perHour, work] = await Promise.all([
    serverReport(strapi, access),
    mine().whereNotNull('next_attempt_at').count('* as n').min('queued_at as oldest'),
    mine().where('refused_at', '>', dayAgo).count('* as n'),
    mine().whereNotNull('given_up_at').whereNull('cancelled_at').count('* as n'),
    mine()
      .where('sent_at', '>', dayAgo)
      .select(strapi.db.connection.raw(`date_trunc('hour', sent_at) as hour, count(*)::int as n`))
      .groupBy('hour') as unknown as Promise<{ hour: Date; n: number }[]>,
    sending(strapi, access),
  ]);
  const counts = new Map(perHour.map(({ hour, n }) => [new Date(hour).getTime(), n]));
  const oldest = waiting?.oldest as Date | string | null | undefined;
  return {
    server,
    waiting: Number(waiting?.n ?? 0),
    oldestWaitingSeconds: oldest ? Math.max(0, (now.getTime() - new Date(oldest).getTime()) / 1000) : null,
    sent: perHour.reduce((sum, { n }) => sum + n, 0),
    refused: Number(refused?.n ?? 0),
    givenUp: Number(givenUp?.n ?? 0),
    sentPerHour: hoursUntil(now).map((hour) => ({
      at: hour.toISOString(),
      count: counts.get(hour.getTime()) ?? 0,
    })),
    work,
  };
}

/** What of the mails has a job, and what of all work was given up. */
async function sending(strapi: Core.Strapi, access: Access): Promise<Summary['work']> {
  const queue = access.mayAll('resend') ? queueOf(strapi) : null;
  if (!queue) return null;
  const depths = await queue.depths();
  const own = depths.find(({ task }) => task === SEND_TASK);
  return {
    jobs: own ? own.ready + own.delayed + own.active + own.retrying : 0,
    dead: depths.reduce((sum, { dead }) => sum + dead, 0),
  };
}
