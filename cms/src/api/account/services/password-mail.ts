import type { Core } from '@strapi/types';
import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';
import { linkTo, newLink } from '../one-time-link';
import { passwordLetter } from '../password-letter';

const USER = 'plugin::users-permissions.user';
const LIFETIME_MS = 30 * 60 * 1000;

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * The letter with a link, made when it is sent: the link is in no row and no job, and its 30 minutes begin then, also
   * after a mail server was down for a day.
   * @returns null when the user is gone or blocked.
   */
  async write(userKey: string): Promise<Letter | null> {
    const user = await strapi.db
      .query(USER)
      .findOne({ where: { documentId: userKey, blocked: { $ne: true } } });
    if (!user) return null;
    const token = await newLink(strapi, 'password-reset', { userKey, lifetimeMs: LIFETIME_MS });
    const language = user.language === 'es' ? 'es' : 'en';
    const url = linkTo(strapi, '/reset-password', language, token);
    return passwordLetter({ name: user.firstName || user.username, url }, language);
  },
});
