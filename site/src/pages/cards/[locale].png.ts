import type { APIRoute } from 'astro';
import { isLocale } from '../../i18n/locales';

/** The social card of every page that has none of its own. */
export const GET: APIRoute = async ({ params, locals }) => {
  if (!isLocale(params.locale)) return new Response(null, { status: 404 });
  const response = await locals.cms.schoolCard(params.locale);
  if (!response.ok) return new Response(null, { status: 404 });
  return new Response(response.body, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' },
  });
};
