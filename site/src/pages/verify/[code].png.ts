import type { APIRoute } from 'astro';

/** What a message shows of a shared link. Public, as the page it belongs to; only of what is valid. */
export const GET: APIRoute = async ({ params, locals }) => {
  const response = await locals.cms.certificateCard(params.code ?? '');
  if (!response.ok) return new Response(null, { status: 404 });
  return new Response(response.body, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=30' },
  });
};
