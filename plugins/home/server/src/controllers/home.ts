import type { Core } from '@strapi/types';
import type { TeachingResponse, WritingResponse } from '../../../shared/contracts/home';

/** Rows of a widget. */
const MOST = 5;

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async teaching(ctx: any) {
    const locale = typeof ctx.query.locale === 'string' ? ctx.query.locale : '';
    ctx.body = {
      data: await strapi.plugin('home').service('teaching').of(ctx.state.user, locale),
    } satisfies TeachingResponse;
  },
  async writing(ctx: any) {
    ctx.body = {
      data: await strapi.plugin('authoring').service('unfinished').of(ctx.state.userAbility, MOST),
    } satisfies WritingResponse;
  },
});
