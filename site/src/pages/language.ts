import { SITE_URL } from 'astro:env/server';
import type { APIRoute } from 'astro';
import { isChosenHere, rememberLanguage } from '../features/language/remember';
import { DEFAULT_LOCALE, isLocale, localePath } from '../i18n/locales';
import { nextPath } from '../lib/session/next-path';

/**
 * Where the switch of languages leads: remembers the choice and goes on to the same page (H3). A link, since it changes
 * nothing but words; whoever comes from elsewhere is led on without it.
 */
export const GET: APIRoute = async ({ url, request, cookies, locals, redirect }) => {
  const to = url.searchParams.get('to');
  const locale = isLocale(to) ? to : DEFAULT_LOCALE;
  const next = nextPath(url.searchParams.get('next'), '/');
  const { pathname, search, hash } = new URL(next, SITE_URL);
  if (isChosenHere(request.headers)) {
    rememberLanguage(cookies, locale, SITE_URL);
    // Mails come in it from now on.
    if (await locals.session.me()) await locals.cms.setLanguage(locale);
  }
  return redirect(localePath(pathname, locale) + search + hash, 303);
};
