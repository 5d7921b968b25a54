import type { APIRoute } from 'astro';
import { localePath } from '../i18n/locales';

/** A post alone ends a session (A6); a link that was followed does nothing. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  await locals.cms.logOut();
  locals.session.close();
  return redirect(localePath('/', locals.locale), 303);
};

export const GET: APIRoute = () => new Response(null, { status: 405, headers: { Allow: 'POST' } });
