import type { Core } from '@strapi/types';
import { localeOf } from '../../../locale/pick-locale';
import { moduleFilter, pageOf } from '../module-filter';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: any) {
    const { q, locale, page } = ctx.request.body ?? {};
    ctx.body = await strapi
      .service('api::search.search')
      .find({ q, locale: localeOf(locale), page: pageOf(page) }, ctx.state.user?.documentId ?? null);
  },

  async modules(ctx: any) {
    ctx.body = await strapi.service('api::search.modules').find(moduleFilter(ctx.request.body));
  },

  async publicPages(ctx: any) {
    ctx.body = await strapi.service('api::search.public-pages').list();
  },
});
