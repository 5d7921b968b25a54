import type { Core } from '@strapi/types';

const GUESSED = /^\/api\/certificates\/(verify|files)\//;

/** Whoever asks for many certificates that do not exist has to wait; who asks for those that do, never (P7). */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: any, next: () => Promise<void>): Promise<void> => {
    if (!GUESSED.test(ctx.path)) return next();
    const limit = strapi.service('api::limit.limit');
    await limit.check('unknown-code', ctx.request.ip);
    try {
      await next();
    } catch (error) {
      if ((error as Error).name === 'NotFoundError') await limit.count('unknown-code', ctx.request.ip);
      throw error;
    }
  };
