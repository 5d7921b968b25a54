import type { APIRoute } from 'astro';
import { publicDocument } from '../../../features/verification/public-document';

/** Which credentials were withdrawn, as a signed Bitstring Status List: every credential names this address. */
export const GET: APIRoute = async ({ params, locals }) =>
  publicDocument(await locals.cms.statusList(params.list ?? ''), 'application/vc');
