import type { Core } from '@strapi/types';
import { DELIVERY } from '../constants';
import { enqueue } from './post';
import { UNFINISHED } from './states';

const BATCH = 500;

/**
 * Gives a job to every delivery that is due and has none: a further try, what a crash left behind, all there is after
 * somebody emptied the queue's tables. While the mail server is down, one at a time. May run at any time, on many machines
 * at once.
 */
export async function sweep(strapi: Core.Strapi, now = new Date()): Promise<void> {
  const server = strapi.plugin('deliveries').service('serverState');
  const rows = () => strapi.db.query(DELIVERY);
  if ((await server.current()).downSince) {
    const key = await server.claimProbe(now);
    const row = key && (await rows().findOne({ where: { key }, select: ['key', 'priority'] }));
    if (row) await enqueue(strapi, row);
    return;
  }
  const due = await rows().findMany({
    where: { ...UNFINISHED, nextAttemptAt: { $lte: now.toISOString() } },
    orderBy: [{ priority: 'desc' }, { nextAttemptAt: 'asc' }],
    select: ['key', 'priority'],
    limit: BATCH,
  });
  for (const row of due) await enqueue(strapi, row);
}
