import type { APIRoute } from 'astro';
import { localePath } from '../../i18n/locales';

/** The digital credential, to its recipient alone: the cms asks whose session this is. */
export const GET: APIRoute = async ({ params, locals, url, redirect }) => {
  if (!(await locals.session.me()))
    return redirect(`${localePath('/login', locals.locale)}?next=${encodeURIComponent(url.pathname)}`, 303);
  const response = await locals.cms.certificateCredential(params.id ?? '');
  if (!response.ok) return new Response(null, { status: response.status === 404 ? 404 : 403 });
  return new Response(response.body, {
    headers: {
      'Content-Type': 'application/vc',
      'Content-Disposition': 'attachment; filename="credential.json"',
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
};
