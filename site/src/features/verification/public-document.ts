import { Unavailable } from '../../lib/cms/client';

/**
 * A document of the cms that any program, in any browser, may read; kept for half a minute at most, so that a revocation
 * is seen within one (P11).
 */
export async function publicDocument(answer: Response, type: string): Promise<Response> {
  if (answer.status >= 500) throw new Unavailable(`${answer.url}: ${answer.status}`);
  if (!answer.ok) return new Response(null, { status: 404 });
  return new Response(await answer.arrayBuffer(), {
    headers: {
      'Content-Type': type,
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=30',
    },
  });
}
