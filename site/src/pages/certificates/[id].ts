import type { APIRoute } from 'astro';
import { localePath } from '../../i18n/locales';
import { Unavailable } from '../../lib/cms/client';

/** The PDF, to its recipient alone: the cms asks whose session this is (C6). */
export const GET: APIRoute = async ({ params, locals, url, redirect }) => {
  if (!(await locals.session.me()))
    return redirect(`${localePath('/login', locals.locale)}?next=${encodeURIComponent(url.pathname)}`, 303);
  const response = await locals.cms.certificateFile(params.id ?? '');
  // Lost, and not drawn again yet; or the cms is in trouble.
  if (response.status >= 500) throw new Unavailable(`the file of a certificate: ${response.status}`);
  if (!response.ok) return new Response(null, { status: response.status === 404 ? 404 : 403 });
  return new Response(response.body, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': response.headers.get('content-disposition') ?? 'attachment',
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
};
