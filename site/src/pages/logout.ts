import type { APIRoute } from 'astro';
import { localePath } from '../i18n/locales';
import { leaveFlash } from '../lib/session/flash-cookie';

/** A post alone ends a session (A6); a link that was followed does nothing. `everywhere`: in all browsers. */
export const POST: APIRoute = async ({ locals, request, cookies, redirect }) => {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  const everywhere = isForm && (await request.formData()).has('everywhere');
  const outcome = everywhere ? await locals.cms.logOutEverywhere() : null;
  await locals.session.end();
  if (outcome?.ok) leaveFlash(cookies, { key: 'logged-out-everywhere' });
  return redirect(localePath('/', locals.locale), 303);
};

export const GET: APIRoute = () => new Response(null, { status: 405, headers: { Allow: 'POST' } });
