import type { Core } from '@strapi/types';
import { localeOf } from '../../../locale/pick-locale';
import type { DrawnCard } from '../services/card';

/** The hash goes along as the entity tag: whoever asked by an older one learns the new one. */
const answer = (ctx: any, { hash, png }: DrawnCard): void => {
  ctx.type = 'image/png';
  ctx.set('ETag', `"${hash}"`);
  ctx.body = Buffer.from(png);
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async module(ctx: any) {
    answer(ctx, await strapi.service('api::card.card').module(ctx.params.code, localeOf(ctx.query.locale)));
  },

  async school(ctx: any) {
    answer(ctx, await strapi.service('api::card.card').school(localeOf(ctx.query.locale)));
  },
});
