import type { Core } from '@strapi/types';
import { ATTEMPT, AUDIT_ENTRY, DELIVERY, PRIORITY } from '../constants';
import { enqueue, newMessageId } from './post';
import { UNFINISHED } from './states';

const FINISHED = {
  $or: [
    { sentAt: { $notNull: true } },
    { refusedAt: { $notNull: true } },
    { givenUpAt: { $notNull: true } },
    { cancelledAt: { $notNull: true } },
  ],
};

/** What a delivery that begins anew looks like. Its Message-ID is new, so that a mail program shows it. */
const anew = (strapi: Core.Strapi, now: Date): Record<string, unknown> => ({
  messageId: newMessageId(strapi),
  queuedAt: now.toISOString(),
  nextAttemptAt: now.toISOString(),
  sentAt: null,
  refusedAt: null,
  givenUpAt: null,
  cancelledAt: null,
  attempts: 0,
  unknowns: 0,
  lastError: null,
});

/**
 * Sends a delivery that has ended once more. The attempts so far stay in the ledger.
 * @returns false when it has not ended: it is on its way already. One update decides between two people who click at once.
 */
export async function sendAgain(
  strapi: Core.Strapi,
  key: string,
  { to, priority = PRIORITY.usual }: { to?: string; priority?: number } = {},
): Promise<boolean> {
  return strapi.db.transaction(async ({ trx }) => {
    const { count } = await strapi.db.query(DELIVERY).updateMany({
      where: { key, ...FINISHED },
      data: { ...anew(strapi, new Date()), priority, ...(to ? { to } : {}) },
    });
    if (count === 0) return false;
    await enqueue(strapi, { key, priority }, trx);
    return true;
  });
}

/**
 * Takes a delivery back that has not gone out; a try that runs is not stopped, but is the last.
 * @returns false when it has ended.
 */
export async function cancel(strapi: Core.Strapi, key: string, now = new Date()): Promise<boolean> {
  const { count } = await strapi.db.query(DELIVERY).updateMany({
    where: { key, ...UNFINISHED },
    data: { cancelledAt: now.toISOString(), nextAttemptAt: null },
  });
  return count > 0;
}

/** A try that ended its process again and again: a person decides. */
export async function giveUp(strapi: Core.Strapi, key: string, lastError: string): Promise<void> {
  await strapi.db.query(DELIVERY).updateMany({
    where: { key, ...UNFINISHED },
    data: { givenUpAt: new Date().toISOString(), nextAttemptAt: null, lastError },
  });
}

/** Everything about these deliveries goes, what servers answered and what staff did included: they may name people. */
export async function forget(strapi: Core.Strapi, where: Record<string, unknown>): Promise<void> {
  const rows = await strapi.db.query(DELIVERY).findMany({ where, select: ['key'] });
  const keys = rows.map(({ key }) => key);
  await strapi.db.query(ATTEMPT).deleteMany({ where: { deliveryKey: { $in: keys } } });
  await strapi.db.query(AUDIT_ENTRY).deleteMany({ where: { deliveryKey: { $in: keys } } });
  await strapi.db.query(DELIVERY).deleteMany({ where: { key: { $in: keys } } });
}
