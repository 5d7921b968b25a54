import type { APIRoute } from 'astro';

/** What `/verify/<code>` says, for programs (C8). */
export const GET: APIRoute = async ({ params, locals }) => {
  const outcome = await locals.cms.verify(params.code ?? '');
  return outcome.ok
    ? Response.json(outcome.value, { headers: { 'Access-Control-Allow-Origin': '*' } })
    : Response.json({ status: 'unknown' }, { status: 404, headers: { 'Access-Control-Allow-Origin': '*' } });
};
