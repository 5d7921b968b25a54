import type { Core } from '@strapi/types';
import { localeOf } from '../../../locale/pick-locale';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const reading = () => strapi.service('api::lesson.reading');
  return {
    async findOne(ctx: any) {
      const { code, slug } = ctx.params;
      ctx.body = await reading().read(ctx.state.user.documentId, code, slug, localeOf(ctx.query.locale));
    },
    async open(ctx: any) {
      const { code, slug } = ctx.params;
      ctx.body = await reading().open(ctx.state.user.documentId, code, slug, localeOf(ctx.query.locale));
    },
    async complete(ctx: any) {
      const { code, slug } = ctx.params;
      ctx.body = await reading().setDone(ctx.state.user.documentId, code, slug, true);
    },
    async uncomplete(ctx: any) {
      const { code, slug } = ctx.params;
      ctx.body = await reading().setDone(ctx.state.user.documentId, code, slug, false);
    },
  };
};
