import type { Core } from '@strapi/types';
import { ATTEMPT, DELIVERY } from '../constants';
import { cancel, forget, sendAgain } from './change';
import { mailHealth, type MailHealth } from './health';
import { post, type Posting } from './post';
import { stateOf } from './states';
import { send } from './send';
import { sweep } from './sweep';

const ofPerson = (recipientKey: string, address: string) => ({
  $or: [{ recipientKey }, { to: { $eqi: address } }],
});

/** Every mail is a row before it is anything else. */
export const createLedger = (strapi: Core.Strapi, clock = { now: () => new Date() }) => ({
  post: (posting: Posting): Promise<string> => post(strapi, posting),
  sendAgain: (key: string, change?: { to?: string; priority?: number }): Promise<boolean> =>
    sendAgain(strapi, key, change),
  cancel: (key: string): Promise<boolean> => cancel(strapi, key),
  /** One delivery with its state, or null. */
  async find(key: string) {
    const row = await strapi.db.query(DELIVERY).findOne({ where: { key } });
    return row ? { ...row, state: stateOf(row) } : null;
  },
  /** Every try at one delivery, oldest first, also from before it was sent again. */
  attempts: (key: string): Promise<any[]> =>
    strapi.db.query(ATTEMPT).findMany({ where: { deliveryKey: key }, orderBy: { id: 'asc' } }),
  /** Which of these keys have a delivery. */
  async knownAmong(keys: string[]): Promise<string[]> {
    const rows = await strapi.db.query(DELIVERY).findMany({ where: { key: { $in: keys } }, select: ['key'] });
    return rows.map(({ key }) => key);
  },
  /** Deliveries of a kind about something that went out, oldest first. */
  sentAbout: (about: string, kind: string): Promise<any[]> =>
    strapi.db
      .query(DELIVERY)
      .findMany({ where: { about, kind, sentAt: { $notNull: true } }, orderBy: { id: 'asc' } }),
  /** What there is of mails to somebody, for them to take along. */
  async ofPerson(recipientKey: string, address: string) {
    const rows = await strapi.db.query(DELIVERY).findMany({
      where: ofPerson(recipientKey, address),
      orderBy: { id: 'asc' },
    });
    // What the mail server answered may repeat the address.
    const tries = await strapi.db.query(ATTEMPT).findMany({
      where: { deliveryKey: { $in: rows.map(({ key }) => key) } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ key, kind, to, language, subject, queuedAt, sentAt }) => ({
      ...{ kind, to, language, subject, queuedAt, sentAt },
      attempts: tries
        .filter(({ deliveryKey }) => deliveryKey === key)
        .map(({ startedAt, endedAt, outcome, answer }) => ({ startedAt, endedAt, outcome, answer })),
    }));
  },
  /** What was sent to somebody is forgotten with them. */
  forgetPerson: (recipientKey: string, address: string): Promise<void> =>
    forget(strapi, ofPerson(recipientKey, address)),
  forgetAbout: (about: string): Promise<void> => forget(strapi, { about }),
  health: (): Promise<MailHealth> => mailHealth(strapi),
  /** What the worker runs. */
  send: (key: string, now = clock.now()): Promise<void> => send(strapi, key, now),
  sweep: (now = clock.now()): Promise<void> => sweep(strapi, now),
  clock,
});
export type Ledger = ReturnType<typeof createLedger>;
