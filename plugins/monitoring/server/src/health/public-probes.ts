import type { Context, Next } from 'koa';
import type { Readiness } from './readiness';
import { respond } from './respond';

/** Before everything else of the application's server, so that a probe costs nothing and is in no log. */
export const publicProbes =
  (readiness: Readiness) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const response = ['GET', 'HEAD'].includes(ctx.method) ? await respond(ctx.path, readiness) : null;
    if (!response) return next();
    ctx.set('Cache-Control', 'no-store');
    ctx.status = response.status;
    ctx.body = response.body;
  };
