import type { APIRoute } from 'astro';
import { publicDocument } from '../../features/verification/public-document';

/** The issuer's keys, where `did:web` looks for them. */
export const GET: APIRoute = async ({ locals }) =>
  publicDocument(await locals.cms.issuerDid(), 'application/did+json');
