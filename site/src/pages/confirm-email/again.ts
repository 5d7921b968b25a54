import type { APIRoute } from 'astro';
import { localePath } from '../../i18n/locales';
import { leaveFlash } from '../../lib/session/flash-cookie';

/** Sends the mail with the link once more. */
export const POST: APIRoute = async ({ locals, cookies, redirect }) => {
  const outcome = await locals.cms.sendConfirmation();
  if (outcome.ok) leaveFlash(cookies, { key: 'confirmation-sent' });
  else if (outcome.problem === 'too-many')
    leaveFlash(cookies, { key: 'too-many', detail: String(outcome.retryAfter) });
  return redirect(localePath('/modules', locals.locale), 303);
};

export const GET: APIRoute = ({ locals, redirect }) => redirect(localePath('/modules', locals.locale), 303);
