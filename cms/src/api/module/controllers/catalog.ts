import type { Core } from '@strapi/types';
import { localeOf } from '../../../locale/pick-locale';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: any) {
    ctx.body = { modules: await strapi.service('api::module.catalog').cards(localeOf(ctx.query.locale)) };
  },

  async findOne(ctx: any) {
    const studentKey = ctx.state.user?.documentId ?? null;
    ctx.body = await strapi
      .service('api::module.catalog')
      .page(ctx.params.code, localeOf(ctx.query.locale), studentKey);
  },
});
