import type { Context, Next } from 'koa';
import { Histogram, type Registry } from 'prom-client';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Strapi's folder of public files takes whatever is left by a pattern without a path: that is no route of anybody's. */
function routeOf(ctx: Context): string {
  const matched = String((ctx as { _matchedRoute?: string | RegExp })._matchedRoute ?? '');
  return matched.startsWith('/') ? matched : 'none';
}

/**
 * A middleware that measures every request until its answer has left, by the template of its route: an address has ids
 * and names in it, and each would be a series. What no route takes, such as a file or a wrong address, is "none".
 */
export function measureRequests(registry: Registry) {
  const seconds = new Histogram({
    name: 'lumino_http_request_seconds',
    help: 'How long a request took until its answer had left, in seconds.',
    labelNames: ['method', 'status', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return (ctx: Context, next: Next): Promise<unknown> => {
    const started = performance.now();
    ctx.res.once('close', () =>
      seconds.observe(
        {
          method: METHODS.has(ctx.method) ? ctx.method : 'other',
          status: `${Math.floor(ctx.res.statusCode / 100)}xx`,
          route: routeOf(ctx),
        },
        (performance.now() - started) / 1000,
      ),
    );
    return next();
  };
}
