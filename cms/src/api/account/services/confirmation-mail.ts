import type { Core } from '@strapi/types';
import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';
import { confirmationLetter } from '../confirmation-letter';
import { linkTo, newLink } from '../one-time-link';

const USER = 'plugin::users-permissions.user';
const LIFETIME_MS = 3 * 24 * 60 * 60 * 1000;

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * The letter with a link, made when it is sent; the three days begin then. The link is about the address it goes to.
   * @returns null when the user is gone or blocked, has confirmed already, or has another address by now.
   */
  async write(userKey: string, to: string): Promise<Letter | null> {
    const user = await strapi.db
      .query(USER)
      .findOne({ where: { documentId: userKey, blocked: { $ne: true } } });
    if (!user || user.confirmed || user.email !== to) return null;
    const token = await newLink(strapi, 'email-confirmation', {
      userKey,
      email: to,
      lifetimeMs: LIFETIME_MS,
    });
    const language = user.language === 'es' ? 'es' : 'en';
    const url = linkTo(strapi, '/confirm-email', language, token);
    return confirmationLetter({ name: user.firstName || user.username, url }, language);
  },
});
