import type { APIRoute } from 'astro';

/** The first page as a picture, to its recipient alone: the cms asks whose session this is (C6). */
export const GET: APIRoute = async ({ params, locals }) => {
  if (!(await locals.session.me())) return new Response(null, { status: 404 });
  const response = await locals.cms.certificatePicture(params.id ?? '');
  if (!response.ok) return new Response(null, { status: 404 });
  return new Response(response.body, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, no-store' },
  });
};
