import type { Core } from '@strapi/types';
import {
  SEARCH_HEADER,
  type DetailResponse,
  type KindsResponse,
  type ListResponse,
  type ManyDoneResponse,
  type ManyResponse,
  type SummaryResponse,
  type WorkResponse,
} from '../../../shared/contracts/administration';
import type { Administration } from '../administration/administration-service';
import { parseReaddress } from '../administration/bodies';
import { parseListQuery } from '../administration/list-query';
import type { ManyAct } from '../administration/many';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const staff = (ctx: any): Administration =>
    strapi.plugin('deliveries').service('administration').as(ctx.state.user, ctx.state.userAbility);
  const filtersOf = (ctx: any) => parseListQuery(ctx.query, ctx.get(SEARCH_HEADER));
  const localeOf = (ctx: any): string => (typeof ctx.query.locale === 'string' ? ctx.query.locale : 'en');
  const many = (act: ManyAct) => async (ctx: any) => {
    const count = await staff(ctx).doMany(act, filtersOf(ctx));
    ctx.status = 202;
    ctx.body = { data: { count } } satisfies ManyDoneResponse;
  };
  /** An act without an answer. */
  const act = (perform: (administration: Administration, ctx: any) => Promise<void>) => async (ctx: any) => {
    await perform(staff(ctx), ctx);
    ctx.status = 204;
  };

  return {
    async list(ctx: any) {
      ctx.body = (await staff(ctx).list(filtersOf(ctx))) satisfies ListResponse;
    },
    async kinds(ctx: any) {
      ctx.body = { data: staff(ctx).kinds(localeOf(ctx)) } satisfies KindsResponse;
    },
    async summary(ctx: any) {
      ctx.body = { data: await staff(ctx).summary() } satisfies SummaryResponse;
    },
    async detail(ctx: any) {
      const data = await staff(ctx).detail(ctx.params.id, localeOf(ctx));
      ctx.body = { data } satisfies DetailResponse;
    },
    resend: act((administration, ctx) => administration.resend(ctx.params.id)),
    cancel: act((administration, ctx) => administration.cancel(ctx.params.id)),
    readdress: act((administration, ctx) =>
      administration.readdress(ctx.params.id, parseReaddress(ctx.request.body).to),
    ),
    async countMany(ctx: any) {
      ctx.body = { data: await staff(ctx).countMany(filtersOf(ctx)) } satisfies ManyResponse;
    },
    resendMany: many('resend'),
    cancelMany: many('cancel'),
    async work(ctx: any) {
      ctx.body = { data: await staff(ctx).work() } satisfies WorkResponse;
    },
    retryWork: act((administration, ctx) => administration.retryWork(ctx.params.id)),
    discardWork: act((administration, ctx) => administration.discardWork(ctx.params.id)),
  };
};
