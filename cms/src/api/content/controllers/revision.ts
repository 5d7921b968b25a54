import type { Core } from '@strapi/types';
import type { RevisionResponse } from '../../../../shared/contracts/content';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: any) {
    ctx.body = {
      revision: await strapi.service('api::content.revision').ofPages(),
    } satisfies RevisionResponse;
  },
});
