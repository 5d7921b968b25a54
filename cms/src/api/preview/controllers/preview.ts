import type { Core } from '@strapi/types';
import { localeOf } from '../../../locale/pick-locale';

/** For the site, on behalf of a browser that holds a preview. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const previews = () => strapi.service('api::preview.preview');
  const drafts = () => strapi.service('api::preview.draft');
  const held = (ctx: any) => previews().held(ctx.params.id, ctx.get('X-Preview-Holder'));
  return {
    async open(ctx: any) {
      const { ticket, holder } = ctx.request.body ?? {};
      const { lessonKey, ...opened } = await previews().open(ticket, holder);
      ctx.body = { ...opened, lesson: await drafts().slugOf(lessonKey) };
    },
    async module(ctx: any) {
      ctx.body = await drafts().module(await held(ctx), localeOf(ctx.query.locale));
    },
    async lesson(ctx: any) {
      ctx.body = await drafts().lesson(await held(ctx), ctx.params.slug, localeOf(ctx.query.locale));
    },
    async close(ctx: any) {
      await previews().close(ctx.params.id, ctx.get('X-Preview-Holder'));
      ctx.status = 204;
    },
  };
};
