import type { Core } from '@strapi/types';
import { clientAddress } from '../http/client-address';

/**
 * Says in `ctx.request.ip` whom a request is from, for every limit, Strapi's own at the admin's log-in among them. Koa would
 * believe the first entry of `X-Forwarded-For`, which anybody can make up (P7). The first of all middlewares.
 */
export default (
  { siteSecret, hops }: { siteSecret: string; hops: number },
  { strapi }: { strapi: Core.Strapi },
) => {
  if (!siteSecret)
    strapi.log.warn('SITE_SECRET is not set: all readers of the site count as one in the limits of attempts');
  return async (ctx: any, next: () => Promise<void>): Promise<void> => {
    ctx.request.ip = clientAddress(
      {
        socketAddress: ctx.req.socket.remoteAddress ?? '',
        forwardedFor: ctx.get('X-Forwarded-For') || undefined,
        siteSecret: ctx.get('X-Lumino-Site') || undefined,
      },
      { siteSecret, hops },
    );
    await next();
  };
};
