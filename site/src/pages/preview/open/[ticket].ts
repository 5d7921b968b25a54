import type { APIRoute } from 'astro';
import { holderOf, keepHolder } from '../../../features/preview/holder';
import { localePath } from '../../../i18n/locales';

/**
 * A ticket becomes a preview, for this browser; the ticket is worth nothing afterwards (L4). In one language alone: an
 * endpoint does not get the parameters of an address that was rewritten.
 */
export const GET: APIRoute = async ({ params, locals, cookies, redirect, url }) => {
  const outcome = await locals.cms.openPreview({
    ticket: params.ticket ?? '',
    holder: holderOf(cookies) || null,
  });
  if (!outcome.ok)
    return redirect(
      localePath('/preview/refused', url.searchParams.get('locale') === 'es' ? 'es' : 'en'),
      303,
    );
  const { id, lesson, locale } = outcome.value;
  keepHolder(cookies, outcome.value);
  return redirect(localePath(`/preview/${id}${lesson ? `/lessons/${lesson}` : ''}`, locale), 303);
};
