import type { Core } from '@strapi/types';
import { DELIVERY, SEND_TASK } from '../constants';

interface Letter {
  id: string;
  task: string;
  key: string | null;
  failedAt: Date | string;
}
interface Queue {
  deadLetters(page: { limit: number }): Promise<Letter[]>;
  discard(id: string): Promise<boolean>;
}

const LOOKED_AT = 100;

/**
 * Throws away what the queue still says was given up although its mail has begun anew since: somebody has decided about it
 * already, by sending the mail again. A letter that is younger than the mail's beginning stays.
 */
export async function tidyLetters(strapi: Core.Strapi): Promise<void> {
  const queue: Queue = strapi.plugin('jobs').service('queue');
  const letters = (await queue.deadLetters({ limit: LOOKED_AT })).filter(
    ({ task, key }) => task === SEND_TASK && key,
  );
  if (letters.length === 0) return;
  const rows = await strapi.db.query(DELIVERY).findMany({
    where: { key: { $in: letters.map(({ key }) => key) } },
    select: ['key', 'queuedAt'],
  });
  const begun = new Map(rows.map(({ key, queuedAt }) => [key, new Date(queuedAt).getTime()]));
  for (const { id, key, failedAt } of letters)
    if ((begun.get(key) ?? 0) > new Date(failedAt).getTime()) await queue.discard(id);
}
