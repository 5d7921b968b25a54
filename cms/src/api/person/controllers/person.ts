import type { Core } from '@strapi/types';
import { z } from 'zod';
import { parseBody } from '../../../http/parse-body';
import { localeOf } from '../../../locale/pick-locale';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async student(ctx: any) {
    ctx.body = await strapi
      .service('api::person.person')
      .student(ctx.params.username, ctx.state.user.documentId);
  },

  async teacher(ctx: any) {
    ctx.body = await strapi
      .service('api::person.person')
      .teacher(ctx.params.slug, localeOf(ctx.query.locale));
  },

  async saveProfile(ctx: any) {
    const { bio } = parseBody(z.object({ bio: z.string().default('') }), ctx.request.body);
    const upload = ctx.request.files?.avatar;
    const avatar = Array.isArray(upload) ? upload[0] : upload;
    await strapi
      .service('api::person.profile')
      .save(ctx.state.user.documentId, bio, avatar?.size > 0 ? avatar.filepath : null);
    ctx.status = 204;
  },

  async export(ctx: any) {
    ctx.body = await strapi.service('api::person.leaving').export(ctx.state.user.documentId);
  },

  async leave(ctx: any) {
    const { password } = parseBody(
      z.object({ password: z.string({ error: 'required' }).min(1, 'required') }),
      ctx.request.body,
    );
    await strapi.service('api::person.leaving').leave(ctx.state.user, password);
    ctx.status = 204;
  },
});
