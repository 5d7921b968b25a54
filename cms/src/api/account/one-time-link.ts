import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';

/** Links that work once, kept as hashes. Both tables have `token_hash`, `user_key`, `expires_at` and `used_at`. */
const TABLES = { 'password-reset': 'password_resets', 'email-confirmation': 'email_confirmations' } as const;
export type LinkKind = keyof typeof TABLES;

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Writes a link down. @returns its token, which is known to nobody but its reader. */
export async function newLink(
  strapi: Core.Strapi,
  kind: LinkKind,
  { lifetimeMs, ...facts }: { userKey: string; email?: string; lifetimeMs: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lifetimeMs).toISOString();
  await strapi.db
    .query(`api::${kind}.${kind}`)
    .create({ data: { ...facts, tokenHash: hash(token), expiresAt } });
  return token;
}

/**
 * Takes a link inside a transaction: one statement, so that two at once cannot both have it.
 * @returns its row (columns by their names in the table), or null when it is unknown, used or has run out.
 */
export async function takeLink(
  trx: any,
  kind: LinkKind,
  token: string,
): Promise<{ user_key: string; email?: string } | null> {
  const now = new Date().toISOString();
  const [row] = await trx(TABLES[kind])
    .where({ token_hash: hash(token) })
    .whereNull('used_at')
    .where('expires_at', '>', now)
    .update({ used_at: now }, ['*']);
  return row ?? null;
}

/** Removes links that have run out; called by the clock. */
export async function sweepLinks(strapi: Core.Strapi): Promise<void> {
  for (const kind of Object.keys(TABLES) as LinkKind[])
    await strapi.db
      .query(`api::${kind}.${kind}`)
      .deleteMany({ where: { expiresAt: { $lt: new Date().toISOString() } } });
}

/** The address of a page of the site in somebody's language, with a token. */
export function linkTo(strapi: Core.Strapi, page: string, language: 'en' | 'es', token: string): string {
  const site = strapi.config.get<string>('plugin::certificates.siteUrl');
  return `${site}${language === 'en' ? '' : `/${language}`}${page}?token=${token}`;
}
