import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import { refuse } from '../../../http/refuse';

const UID = 'api::password-reset.password-reset';
const USER = 'plugin::users-permissions.user';
const LIFETIME_MS = 30 * 60 * 1000;
const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const PASSWORD_RESET_TASK = 'accounts/password-reset';

/** Forgotten passwords (A11): the same answer for everybody, a link that works once and for 30 minutes. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Queues the mail for a known address; for an unknown one does as much work and sends nothing. */
  async request(email: string): Promise<void> {
    const user = await strapi.db
      .query(USER)
      .findOne({ where: { email: { $eqi: email }, blocked: { $ne: true } } });
    // The job names a user that may not exist: the worker finds out, so the reader of the answer does not.
    const userKey = user?.documentId ?? randomBytes(12).toString('hex');
    await strapi.plugin('jobs').service('queue').enqueue(PASSWORD_RESET_TASK, { userKey }, { priority: 10 });
  },

  /** Makes the link and mails it; run by the worker, so that the token is never in a job. */
  async send(userKey: string): Promise<void> {
    const user = await strapi.db.query(USER).findOne({ where: { documentId: userKey } });
    if (!user) return;
    const token = randomBytes(32).toString('base64url');
    await strapi.db.query(UID).create({
      data: { tokenHash: hash(token), userKey, expiresAt: new Date(Date.now() + LIFETIME_MS).toISOString() },
    });
    await strapi.service('api::account.password-mail').send(user, token);
  },

  /** Sets the password and ends every session. @throws ForbiddenError `link-used-or-expired` */
  async complete(token: string, password: string): Promise<void> {
    await strapi.db.transaction(async ({ trx }) => {
      const now = new Date().toISOString();
      // One statement takes the link, so that two at once cannot both have it.
      const taken = await trx('password_resets')
        .where({ token_hash: hash(token) })
        .whereNull('used_at')
        .where('expires_at', '>', now)
        .update({ used_at: now }, ['user_key']);
      const user =
        taken[0] && (await strapi.db.query(USER).findOne({ where: { documentId: taken[0].user_key } }));
      if (!user) throw refuse(403, 'link-used-or-expired', 'This link was used already or has expired');
      await strapi.documents(USER).update({ documentId: user.documentId, data: { password } as never });
    });
  },
});
