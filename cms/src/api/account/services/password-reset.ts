import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import { refuse } from '../../../http/refuse';
import { takeLink } from '../one-time-link';

const USER = 'plugin::users-permissions.user';
/** Somebody sits before the screen and waits for it. */
const URGENT = 10;
/** Letters in half an hour, so that nobody can fill another person's mailbox. */
const MOST_LETTERS = 3;
const HALF_AN_HOUR_MS = 30 * 60 * 1000;

export const PASSWORD_RESET_TASK = 'accounts/password-reset';
export const PASSWORD_MAIL = 'accounts/password-reset';

/** Forgotten passwords (A11): the same answer for everybody, a link that works once and for 30 minutes. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Queues the mail for a known address; for an unknown one does as much work and sends nothing. */
  async request(email: string): Promise<void> {
    const user = await strapi.db
      .query(USER)
      .findOne({ where: { email: { $eqi: email }, blocked: { $ne: true } } });
    // The job names a user that may not exist: the worker finds out, so the reader of the answer does not.
    const userKey = user?.documentId ?? randomBytes(12).toString('hex');
    await strapi
      .plugin('jobs')
      .service('queue')
      .enqueue(PASSWORD_RESET_TASK, { userKey }, { priority: URGENT });
  },

  /** Writes the mail down, for a user that exists and has not asked all the time; run by the worker. */
  async post(userKey: string): Promise<void> {
    const user = await strapi.db.query(USER).findOne({ where: { documentId: userKey } });
    if (!user) return;
    const ledger = strapi.plugin('deliveries').service('ledger');
    const since = new Date(Date.now() - HALF_AN_HOUR_MS);
    const mails: { kind: string; queuedAt: string }[] = await ledger.ofPerson(userKey, user.email);
    const recent = mails.filter(({ kind, queuedAt }) => kind === PASSWORD_MAIL && new Date(queuedAt) > since);
    if (recent.length >= MOST_LETTERS) return;
    await ledger.post({
      kind: PASSWORD_MAIL,
      about: userKey,
      recipientKey: userKey,
      to: user.email,
      language: user.language ?? 'en',
      priority: URGENT,
    });
  },

  /** Sets the password and ends every session. @throws ForbiddenError `link-used-or-expired` */
  async complete(token: string, password: string): Promise<void> {
    await strapi.db.transaction(async ({ trx }) => {
      const link = await takeLink(trx, 'password-reset', token);
      const user = link && (await strapi.db.query(USER).findOne({ where: { documentId: link.user_key } }));
      if (!user) throw refuse(403, 'link-used-or-expired', 'This link was used already or has expired');
      // Refused, the link is as it was: all of this is one transaction.
      strapi.service('api::account.account').assertHardToGuess(password, user);
      await strapi.documents(USER).update({ documentId: user.documentId, data: { password } as never });
    });
  },
});
