import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import { REVISION } from '../../../content/count-changes';
import { runSql } from '../../../database/run-sql';

const UID = 'api::session.session';
const USER = 'plugin::users-permissions.user';
const HOUR_MS = 60 * 60 * 1000;
const LIFETIME_MS = 14 * 24 * HOUR_MS;
/** Unused for so long, a session ends before its time. Who learns once a week stays. */
const IDLE_MS = 8 * 24 * HOUR_MS;
/** How exactly it is known when a session was used: it is not written down for each page. */
const NOTED_EVERY_MS = HOUR_MS;

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

const ago = (milliseconds: number): Date => new Date(Date.now() - milliseconds);

/** Sessions of the site's readers. The token is 256 random bits, known to its holder alone: the table keeps a hash. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @returns the token, and when it ends (ISO 8601). */
  async open(userKey: string): Promise<{ token: string; expiresAt: string }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + LIFETIME_MS).toISOString();
    const seenAt = new Date().toISOString();
    await strapi.db.query(UID).create({ data: { tokenHash: hash(token), userKey, expiresAt, seenAt } });
    return { token, expiresAt };
  },

  /**
   * The user a token belongs to, or null when the session has ended or the user is blocked or gone. One statement for
   * session, user and the content's revision: every page of a reader begins with it.
   */
  async userOf(token: string): Promise<any> {
    const { tableName, attributes } = strapi.db.metadata.get(USER);
    const [row] = await runSql<Record<string, unknown>>(
      strapi,
      `select reader.*, ${REVISION} as content_revision, session.seen_at as session_seen_at
       from ?? as session join ?? as reader on reader.document_id = session.user_key
       where session.token_hash = ? and session.expires_at > ?
         and (session.seen_at is null or session.seen_at > ?) and reader.blocked = false`,
      [strapi.db.metadata.get(UID).tableName, tableName, hash(token), new Date(), ago(IDLE_MS)],
    );
    if (!row) return null;
    if (!row.session_seen_at || (row.session_seen_at as Date) < ago(NOTED_EVERY_MS))
      await strapi.db
        .query(UID)
        .updateMany({ where: { tokenHash: hash(token) }, data: { seenAt: new Date().toISOString() } });
    strapi.service('api::content.revision').remember(Number(row.content_revision));
    return Object.fromEntries(
      Object.entries(attributes)
        .map(([name, attribute]) => [name, row[(attribute as { columnName?: string }).columnName ?? '']])
        .filter(([, value]) => value !== undefined),
    );
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
    const isOver = [
      { expiresAt: { $lt: new Date().toISOString() } },
      { seenAt: { $lt: ago(IDLE_MS).toISOString() } },
    ];
    await strapi.db.query(UID).deleteMany({ where: { $or: isOver } });
  },
});
