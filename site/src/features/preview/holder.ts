import { CMS_PUBLIC_URL, SITE_URL } from 'astro:env/server';
import type { AstroCookies } from 'astro';
import type { OpenedPreview } from '../../lib/cms/contracts';

const isHttps = SITE_URL.startsWith('https:');
const NAME = isHttps ? '__Host-preview' : 'preview';

/** Where the admin is: alone allowed to show a preview inside itself. */
export const ADMIN_ORIGIN = new URL(CMS_PUBLIC_URL).origin;

/** The key of this browser for previews; empty where it has none. */
export const holderOf = (cookies: AstroCookies): string => cookies.get(NAME)?.value ?? '';

/**
 * The admin shows a preview inside a page of its own. Where admin and site are the same site for a browser (`localhost`,
 * or two hosts of one domain), any cookie works there. Where they are not, it must be said that the cookie may be sent
 * inside another site (`None`), and the browser keeps it for that one other site alone (`Partitioned`). It lets its holder
 * read a draft and end the preview, and nothing else.
 */
export function keepHolder(cookies: AstroCookies, { holder, expiresAt }: OpenedPreview): void {
  cookies.set(NAME, holder, {
    path: '/',
    httpOnly: true,
    expires: new Date(expiresAt),
    ...(isHttps ? { sameSite: 'none', secure: true, partitioned: true } : { sameSite: 'lax' }),
  });
}
