import type { Core } from '@strapi/types';
import type { StatusResponse } from '../../../shared/contracts/status';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async read(ctx: any) {
    const lines = await strapi.plugin('monitoring').service('status').read();
    ctx.body = { data: { at: new Date().toISOString(), lines } } satisfies StatusResponse;
  },
});
