import type { APIRoute } from 'astro';
import { isLocale } from '../../../../../i18n/locales';

/**
 * The social card of a module, kept for good under the hash of what it shows. Under an older one it leads to what is shown
 * now: links that were shared live longer than names.
 */
export const GET: APIRoute = async ({ params, locals, redirect }) => {
  const { hash = '', locale, code = '' } = params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const response = await locals.cms.moduleCard(code, locale);
  if (!response.ok) return new Response(null, { status: 404 });
  const current = response.headers.get('etag')?.match(/^(?:W\/)?"([0-9a-f]+)"$/)?.[1];
  if (current && current !== hash)
    return redirect(`/cards/modules/${current}/${locale}/${encodeURIComponent(code)}.png`, 302);
  return new Response(response.body, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
};
