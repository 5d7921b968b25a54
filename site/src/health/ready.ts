import type { APIRoute } from 'astro';
import { askCms } from './ask-cms';

/** Ready: pages can be made, since the cms that they come from is ready. */
export const GET: APIRoute = async ({ locals }) => {
  const cms = await askCms(locals.cms.ready);
  const ready = cms === 'ok';
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json({ ready, checks: { cms } }, { status: ready ? 200 : 503, headers });
};
