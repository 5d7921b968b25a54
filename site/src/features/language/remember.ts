import type { APIContext, AstroCookies } from 'astro';
import { DEFAULT_LOCALE, isLocale, localePath, type Locale } from '../../i18n/locales';

/**
 * The language a reader chose, and nothing else: no more is needed for what they asked for, so nobody has to be asked.
 * Scripts may read it: the offer of Spanish does.
 */
const NAME = 'language';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function rememberLanguage(cookies: AstroCookies, locale: Locale, siteUrl: string): void {
  cookies.set(NAME, locale, {
    path: '/',
    sameSite: 'lax',
    maxAge: YEAR_SECONDS,
    secure: siteUrl.startsWith('https:'),
  });
}

/**
 * Where the start page of a reader is who chose another language than the default one; null for everybody else. Whoever
 * answers `/` without asking the middleware (from kept copies, say) has to ask this first.
 * @param cookies the header as it came
 */
export function rememberedStart(cookies: string | null | undefined): string | null {
  const locale = cookies?.match(new RegExp(`(?:^|;\\s*)${NAME}=([a-z]{2})(?:;|$)`))?.[1];
  return isLocale(locale) && locale !== DEFAULT_LOCALE ? localePath('/', locale) : null;
}

/**
 * Sends such a reader from `/` to their start page (H3). From `/` alone: any other address says itself in which language
 * it is.
 */
export function toRememberedStart({ request, url }: APIContext): Response | null {
  if (url.pathname !== '/' || (request.method !== 'GET' && request.method !== 'HEAD')) return null;
  const start = rememberedStart(request.headers.get('cookie'));
  if (!start) return null;
  return new Response(null, {
    status: 302,
    headers: { Location: start + url.search, 'Cache-Control': 'private, no-store', Vary: 'Cookie' },
  });
}

/**
 * Whether a request for a page was made by a reader on a page of ours. A link on another site, a script that fetches and a
 * browser that fetches ahead must not choose a language for anybody.
 */
export const isChosenHere = (headers: Pick<Headers, 'get'>): boolean =>
  headers.get('sec-fetch-site') === 'same-origin' &&
  headers.get('sec-fetch-mode') === 'navigate' &&
  !headers.get('sec-purpose')?.includes('prefetch');
