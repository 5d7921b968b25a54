import type { APIRoute } from 'astro';

/** Everything Lumino knows of the student, as a file (P14). */
export const GET: APIRoute = async ({ locals, redirect }) => {
  const me = await locals.session.me();
  if (!me) return redirect('/login?next=/profile/export', 303);
  const response = await locals.cms.export();
  if (!response.ok) return new Response(null, { status: response.status });
  return new Response(JSON.stringify(await response.json(), null, 2), {
    headers: {
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="${me.username}_lumino.json"`,
      'Cache-Control': 'private, no-store',
    },
  });
};
