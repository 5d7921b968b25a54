import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';

const UID = 'api::session.session';
const LIFETIME_MS = 14 * 24 * 60 * 60 * 1000;

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Sessions of the site's readers. The token is 256 random bits, known to its holder alone: the table keeps a hash. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @returns the token, and when it ends (ISO 8601). */
  async open(userKey: string): Promise<{ token: string; expiresAt: string }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + LIFETIME_MS).toISOString();
    await strapi.db.query(UID).create({ data: { tokenHash: hash(token), userKey, expiresAt } });
    return { token, expiresAt };
  },

  /** The user a token belongs to, or null when the session has ended or the user is blocked or gone. */
  async userOf(token: string): Promise<any> {
    const session = await strapi.db.query(UID).findOne({ where: { tokenHash: hash(token) } });
    if (!session || new Date(session.expiresAt).getTime() <= Date.now()) return null;
    return strapi.db
      .query('plugin::users-permissions.user')
      .findOne({ where: { documentId: session.userKey, blocked: false } });
  },

  async close(token: string): Promise<void> {
    await strapi.db.query(UID).deleteMany({ where: { tokenHash: hash(token) } });
  },

  /** Ends every session of a user: after a new password, a block, a deletion. */
  async closeAll(userKey: string): Promise<void> {
    await strapi.db.query(UID).deleteMany({ where: { userKey } });
  },

  /** Removes what has run out; called by the clock. */
  async sweep(): Promise<void> {
    await strapi.db.query(UID).deleteMany({ where: { expiresAt: { $lt: new Date().toISOString() } } });
  },
});
