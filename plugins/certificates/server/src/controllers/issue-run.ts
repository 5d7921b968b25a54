import type { Core } from '@strapi/types';
import type { RunResponse, RunsResponse } from '../../../shared/contracts/administration';
import type { Administration } from '../administration/administration-service';
import { parseStartRun } from '../administration/bodies';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const staff = (ctx: any): Administration =>
    strapi.plugin('certificates').service('administration').as(ctx.state.user, ctx.state.userAbility);

  return {
    async list(ctx: any) {
      ctx.body = { data: await staff(ctx).runs() } satisfies RunsResponse;
    },

    async start(ctx: any) {
      const run = await staff(ctx).startRun(parseStartRun(ctx.request.body));
      ctx.status = 202;
      ctx.body = { data: run } satisfies RunResponse;
    },

    async progress(ctx: any) {
      ctx.body = { data: await staff(ctx).run(ctx.params.id) } satisfies RunResponse;
    },

    async cancel(ctx: any) {
      ctx.body = { data: await staff(ctx).cancelRun(ctx.params.id) } satisfies RunResponse;
    },

    async resume(ctx: any) {
      ctx.body = { data: await staff(ctx).resumeRun(ctx.params.id) } satisfies RunResponse;
    },
  };
};
