import type { AstroGlobal } from 'astro';
import { localePath } from '../../i18n/locales';
import type { Me } from '../cms/contracts';

/**
 * Asked by each page that needs a session (H5).
 * @returns the student, or the redirect to log-in that the page has to return.
 */
export async function requireStudent(Astro: AstroGlobal): Promise<Me | Response> {
  const me = await Astro.locals.session.me();
  if (me) return me;
  const { locale } = Astro.locals;
  // The address without its language is what the middleware made of it: the way back has it.
  const here = localePath(Astro.url.pathname, locale) + Astro.url.search;
  return Astro.redirect(`${localePath('/login', locale)}?next=${encodeURIComponent(here)}`, 303);
}
