import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/types';

const ID = /^[\w-]{8,64}$/;

/** Strapi's folder of public files takes whatever is left by a pattern without a path: that is no route of anybody's. */
const routeOf = (matched: unknown): string =>
  typeof matched === 'string' && matched.startsWith('/') ? matched : 'none';

/**
 * One line for each request, in place of Strapi's own, which writes the path with whatever name or code stands in it. The
 * id comes with the request, from nginx by way of the site, so that one search finds it in the logs of all processes; every
 * line that is written meanwhile has it too (config/server.ts).
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: any, next: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    const [given] = ID.exec(ctx.get('X-Request-Id')) ?? [];
    ctx.state.requestId = given ?? randomUUID();
    ctx.set('X-Request-Id', ctx.state.requestId);
    ctx.res.once('close', () =>
      strapi.log.info({
        message: 'request',
        requestId: ctx.state.requestId,
        method: ctx.method,
        route: routeOf(ctx._matchedRoute),
        status: ctx.res.statusCode,
        milliseconds: Math.round(performance.now() - started),
      } as never),
    );
    await next();
  };
