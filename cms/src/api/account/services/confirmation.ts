import type { Core } from '@strapi/types';
import { refuse } from '../../../http/refuse';
import { takeLink } from '../one-time-link';

const USER = 'plugin::users-permissions.user';

export const CONFIRMATION_MAIL = 'accounts/confirm-address';

/**
 * Whether an address is its student's own: `confirmed` on the user. Nothing waits for it. Certificates are mailed to an
 * address that is not confirmed, too: the student gets what was promised (C3), the mail can be sent to another address by
 * staff, and the certificate itself lies under `/certificates`; held back, it would be missed by everybody whose first mail
 * went astray.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Writes the mail down. Inside a transaction it exists exactly if that commits. */
  async post(user: { documentId: string; email: string; language?: string }): Promise<void> {
    await strapi
      .plugin('deliveries')
      .service('ledger')
      .post({
        kind: CONFIRMATION_MAIL,
        about: user.documentId,
        recipientKey: user.documentId,
        to: user.email,
        language: user.language ?? 'en',
      });
  },

  /** Once more, for a student who asks; nothing for one who has confirmed. @throws 429 after three in an hour */
  async again(user: { documentId: string; email: string; confirmed: boolean }): Promise<void> {
    if (user.confirmed) return;
    await strapi.service('api::limit.limit').count('confirmation-mail', user.documentId);
    await this.post(user);
  },

  /** @throws ForbiddenError `link-used-or-expired`, also when the student has another address by now */
  async complete(token: string): Promise<void> {
    await strapi.db.transaction(async ({ trx }) => {
      const link = await takeLink(trx, 'email-confirmation', token);
      const user =
        link &&
        (await strapi.db.query(USER).findOne({ where: { documentId: link.user_key, email: link.email } }));
      if (!user) throw refuse(403, 'link-used-or-expired', 'This link was used already or has expired');
      await strapi
        .documents(USER)
        .update({ documentId: user.documentId, data: { confirmed: true } as never });
    });
  },
});
