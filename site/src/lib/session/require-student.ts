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
  const { pathname, search } = Astro.url;
  return Astro.redirect(
    `${localePath('/login', Astro.locals.locale)}?next=${encodeURIComponent(pathname + search)}`,
    303,
  );
}
