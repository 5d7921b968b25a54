import type { APIRoute } from 'astro';
import { ADMIN_ORIGIN } from '../../features/preview/holder';
import { localePath } from '../../i18n/locales';

/** Where the admin's preview begins: it is sent on to the admin, which knows the person, and comes back with a ticket. */
export const GET: APIRoute = ({ url, redirect }) => {
  const query = url.searchParams;
  const [type, id] = [query.get('type'), query.get('id') ?? ''];
  if ((type !== 'module' && type !== 'lesson') || !/^[a-z0-9]{10,40}$/.test(id))
    return redirect(localePath('/preview/refused', query.get('locale') === 'es' ? 'es' : 'en'), 303);
  const onward = new URLSearchParams({
    type,
    id,
    locale: query.get('locale') === 'es' ? 'es' : 'en',
    status: query.get('status') === 'published' ? 'published' : 'draft',
  });
  return redirect(`${ADMIN_ORIGIN}/admin/preview-on-site?${onward}`, 303);
};
