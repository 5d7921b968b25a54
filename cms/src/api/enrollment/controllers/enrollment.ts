import type { Core } from '@strapi/types';
import { z } from 'zod';
import type { EnrollmentResponse } from '../../../../shared/contracts/enrollment';
import { parseBody } from '../../../http/parse-body';
import { localeOf } from '../../../locale/pick-locale';

const Choice = z.object({
  modules: z
    .array(z.string().max(12, 'unknown-module'), { error: 'choose-one' })
    .min(1, 'choose-one')
    .max(200, 'too-long'),
});

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async myModules(ctx: any) {
    ctx.body = await strapi
      .service('api::enrollment.my-modules')
      .of(ctx.state.user.documentId, localeOf(ctx.query.locale));
  },

  async options(ctx: any) {
    ctx.body = await strapi
      .service('api::enrollment.enrollment')
      .options(ctx.state.user.documentId, localeOf(ctx.query.locale));
  },

  async moduleCertificate(ctx: any) {
    ctx.body = await strapi
      .service('api::enrollment.certificate-offer')
      .module(ctx.state.user.documentId, ctx.params.code);
  },

  async join(ctx: any) {
    const { modules } = parseBody(Choice, ctx.request.body);
    await strapi.service('api::enrollment.enrollment').join(ctx.state.user, modules);
    ctx.body = { codes: modules } satisfies EnrollmentResponse;
  },

  async leave(ctx: any) {
    const { modules } = parseBody(Choice, ctx.request.body);
    await strapi.service('api::enrollment.enrollment').leave(ctx.state.user, modules);
    ctx.body = { codes: modules } satisfies EnrollmentResponse;
  },
});
