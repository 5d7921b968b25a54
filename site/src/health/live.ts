import type { APIRoute } from 'astro';

/** Alive: says nothing of the cms. */
export const GET: APIRoute = () =>
  Response.json({ live: true }, { headers: { 'Cache-Control': 'no-store' } });
