import type { APIRoute } from 'astro';

/** Which certificate has a PDF with this SHA-256: all that leaves the browser of whoever checks a file. */
export const GET: APIRoute = async ({ params, locals }) => {
  const outcome = await locals.cms.certificateOfFile(params.sha256 ?? '');
  return outcome.ok
    ? Response.json(outcome.value, { headers: { 'Access-Control-Allow-Origin': '*' } })
    : Response.json({ status: 'unknown' }, { status: 404, headers: { 'Access-Control-Allow-Origin': '*' } });
};
