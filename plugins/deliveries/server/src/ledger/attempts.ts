import type { Core } from '@strapi/types';
import { ATTEMPT } from '../constants';
import type { Outcome } from '../smtp/outcome';
import { Overtaken } from '../smtp/send-mail';

interface Delivery {
  key: string;
  messageId: string;
  attempts: number;
}

/**
 * One try, in the ledger before the server is spoken to. One without an outcome is a try whose process died: with
 * `dataAt`, nobody knows whether its mail arrived; without, it did not.
 */
export async function beginAttempt(strapi: Core.Strapi, { key, messageId, attempts }: Delivery, now: Date) {
  const rows = () => strapi.db.query(ATTEMPT);
  const { id } = await rows().create({
    data: { deliveryKey: key, messageId, number: attempts + 1, startedAt: now.toISOString() },
  });
  /** Writes where nobody else has closed it. */
  const write = async (data: Record<string, unknown>): Promise<boolean> =>
    (await rows().updateMany({ where: { id, outcome: null }, data })).count === 1;

  return {
    /** @throws Overtaken when another worker has taken this one for dead. */
    async beforeData(): Promise<void> {
      if (!(await write({ dataAt: new Date().toISOString() })))
        throw new Overtaken(`attempt ${attempts + 1} at delivery ${key} was taken over`);
    },
    /** @returns false when another worker has taken this one for dead. */
    end: ({ kind, answer }: Outcome): Promise<boolean> =>
      write({ outcome: kind, answer, endedAt: new Date().toISOString() }),
  };
}

/**
 * Closes what a worker left open that died or that nobody hears of any more.
 * @returns how many of them may have sent the mail.
 */
export async function closeBrokenOff(strapi: Core.Strapi, deliveryKey: string, now: Date): Promise<number> {
  const endedAt = now.toISOString();
  const open = { deliveryKey, outcome: null };
  const rows = () => strapi.db.query(ATTEMPT);
  await rows().updateMany({ where: { ...open, dataAt: null }, data: { outcome: 'broken-off', endedAt } });
  const { count } = await rows().updateMany({ where: open, data: { outcome: 'unknown', endedAt } });
  return count;
}
