import type { APIRoute } from 'astro';

/** Alive: says nothing of the cms. */
export const GET: APIRoute = () => Response.json({ status: 'ok' });
