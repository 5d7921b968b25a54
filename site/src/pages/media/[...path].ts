import type { APIRoute } from 'astro';

const PASSED = ['content-type', 'content-length', 'etag', 'last-modified'];

/** The media library, through the site. What somebody uploaded is shown, but never runs: `sandbox`. */
export const GET: APIRoute = async ({ params, locals }) => {
  const path = params.path ?? '';
  if (!/^[\w.-]+$/.test(path)) return new Response(null, { status: 404 });
  const response = await locals.cms.media(path);
  if (!response.ok) return new Response(null, { status: 404 });
  const headers = new Headers({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  for (const name of PASSED) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(response.body, { headers });
};
