import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Locale } from '../../../../shared/contracts/locale';
import type { OpenedPreview, PreviewStatus } from '../../../../shared/contracts/preview';
import { refuse } from '../../../http/refuse';
import { localeOf } from '../../../locale/pick-locale';

const UID = 'api::preview.preview';
/** From the admin's button to the site: one redirect. */
const TICKET_MS = 60_000;
const PREVIEW_MS = 60 * 60_000;

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const newSecret = (): string => randomBytes(32).toString('base64url');
const isSecret = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{43}$/.test(value);
const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString();

export const notOpen = (): Error => refuse(403, 'not-open', 'This preview is not open to you');

/** One preview as it is kept. */
export interface Preview {
  documentId: string;
  adminUserKey: string;
  moduleKey: string;
  lessonKey: string | null;
  language: Locale;
  version: PreviewStatus;
  expiresAt: string;
}

/**
 * Drafts on the site, for one person of the admin (L4). A ticket of 256 random bits leads from the admin to the site; the
 * first browser that brings it gets the preview, for an hour, and holds a key of its own. The table has hashes alone.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @returns the ticket. Whoever calls has asked whether this person may read it. */
  async issue(
    preview: Pick<Preview, 'adminUserKey' | 'moduleKey' | 'lessonKey' | 'language' | 'version'>,
  ): Promise<string> {
    const ticket = newSecret();
    await strapi.db
      .query(UID)
      .create({ data: { ...preview, ticketHash: hash(ticket), expiresAt: fromNow(TICKET_MS) } });
    return ticket;
  },

  /** @throws 403 `not-open`. Of two browsers with one ticket, the first gets the preview. */
  async open(
    ticket: unknown,
    earlier: unknown,
  ): Promise<Omit<OpenedPreview, 'lesson'> & { lessonKey: string | null }> {
    if (!isSecret(ticket)) throw notOpen();
    const ticketHash = hash(ticket);
    const row = await strapi.db.query(UID).findOne({ where: { ticketHash } });
    if (!row) throw notOpen();
    const holder = (await this.belongsTo(earlier, row.adminUserKey)) ? (earlier as string) : newSecret();
    const expiresAt = fromNow(PREVIEW_MS);
    const { count } = await strapi.db.query(UID).updateMany({
      where: { ticketHash, holderHash: { $null: true }, expiresAt: { $gt: new Date().toISOString() } },
      data: { holderHash: hash(holder), expiresAt },
    });
    if (count !== 1) throw notOpen();
    return {
      id: row.documentId,
      holder,
      expiresAt,
      locale: localeOf(row.language),
      lessonKey: row.lessonKey ?? null,
    };
  },

  /** Whether a browser's key is of a preview of this person that is still open. */
  async belongsTo(holder: unknown, adminUserKey: string): Promise<boolean> {
    if (!isSecret(holder)) return false;
    const where = { holderHash: hash(holder), adminUserKey, expiresAt: { $gt: new Date().toISOString() } };
    return (await strapi.db.query(UID).count({ where })) > 0;
  },

  /** The preview with this id, for the browser that holds it. @throws 403 `not-open`. */
  async held(id: string, holder: unknown): Promise<Preview> {
    if (!isSecret(holder)) throw notOpen();
    const row = await strapi.db.query(UID).findOne({ where: { documentId: id, holderHash: hash(holder) } });
    if (!row || new Date(row.expiresAt).getTime() <= Date.now()) throw notOpen();
    return row as Preview;
  },

  async close(id: string, holder: unknown): Promise<void> {
    if (!isSecret(holder)) return;
    await strapi.db.query(UID).deleteMany({ where: { documentId: id, holderHash: hash(holder) } });
  },

  /** Removes what has run out; called by the clock. */
  async sweep(): Promise<void> {
    await strapi.db.query(UID).deleteMany({ where: { expiresAt: { $lt: new Date().toISOString() } } });
  },
});
