import { rm } from 'node:fs/promises';
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
    const files: { filepath: string; size: number }[] = Object.values(
      ctx.request.files ?? {},
    ).flat() as never;
    const [avatar] = [ctx.request.files?.avatar].flat();
    try {
      await strapi
        .service('api::person.profile')
        .save(ctx.state.user.documentId, bio, avatar?.size > 0 ? avatar.filepath : null);
      ctx.status = 204;
    } finally {
      // Strapi removes only what comes in under its own name.
      await Promise.all(files.map(({ filepath }) => rm(filepath, { force: true })));
    }
  },

  async export(ctx: any) {
    ctx.body = await strapi.service('api::person.own-data').of(ctx.state.user.documentId);
  },

  async leave(ctx: any) {
    const { password } = parseBody(
      z.object({ password: z.string({ error: 'required' }).min(1, 'required') }),
      ctx.request.body,
    );
    await strapi.service('api::person.leaving').leave(ctx, password);
    ctx.status = 204;
  },
});
