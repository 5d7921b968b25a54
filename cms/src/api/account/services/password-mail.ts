import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';
import { passwordLetter } from '../password-letter';

const UID = 'api::password-reset.password-reset';
const USER = 'plugin::users-permissions.user';
const LIFETIME_MS = 30 * 60 * 1000;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

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
    const token = randomBytes(32).toString('base64url');
    await strapi.db.query(UID).create({
      data: {
        tokenHash: hashToken(token),
        userKey,
        expiresAt: new Date(Date.now() + LIFETIME_MS).toISOString(),
      },
    });
    const language = user.language === 'es' ? 'es' : 'en';
    const site = strapi.config.get<string>('plugin::certificates.siteUrl');
    return passwordLetter(
      {
        name: user.firstName || user.username,
        url: `${site}${language === 'en' ? '' : `/${language}`}/reset-password?token=${token}`,
      },
      language,
    );
  },
});
