import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import {
  SEARCH_HEADER,
  type BacklogResponse,
  type CorrectedResponse,
  type CorrectionResponse,
  type DetailResponse,
  type ListResponse,
  type PreviewResponse,
  type SubjectsResponse,
} from '../../../shared/contracts/administration';
import type { Administration } from '../administration/administration-service';
import { parseAbout, parseReason } from '../administration/bodies';
import { parseListQuery, parseZipQuery } from '../administration/list-query';

/** Everything a person's name stands in is for this reader alone, and not for a cache on the way. */
const PRIVATE = 'private, no-store';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const staff = (ctx: any): Administration =>
    strapi.plugin('certificates').service('administration').as(ctx.state.user, ctx.state.userAbility);
  const filtersOf = (ctx: any) => parseListQuery(ctx.query, ctx.get(SEARCH_HEADER));
  const localeOf = (ctx: any): string => (typeof ctx.query.locale === 'string' ? ctx.query.locale : 'en');

  return {
    async list(ctx: any) {
      ctx.body = (await staff(ctx).list(filtersOf(ctx))) satisfies ListResponse;
    },

    async export(ctx: any) {
      const lines = await staff(ctx).export(filtersOf(ctx));
      // The 200 is out by then: only a broken connection still tells the reader that the file is not whole.
      lines.on('error', () => ctx.res.destroy());
      ctx.set('Cache-Control', PRIVATE);
      ctx.attachment('certificates.csv');
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = lines;
    },

    async zip(ctx: any) {
      const archive = await staff(ctx).zip(parseZipQuery(ctx.query, ctx.get(SEARCH_HEADER)));
      archive.on('error', () => ctx.res.destroy());
      ctx.set('Cache-Control', PRIVATE);
      ctx.attachment('certificates.zip');
      ctx.type = 'application/zip';
      ctx.body = archive;
    },

    async detail(ctx: any) {
      ctx.body = { data: await staff(ctx).detail(ctx.params.id) } satisfies DetailResponse;
    },

    async file(ctx: any) {
      const file = await staff(ctx).file(ctx.params.id);
      if (!file) throw new errors.NotFoundError('There is no file');
      ctx.set('Cache-Control', PRIVATE);
      ctx.attachment(file.name);
      ctx.type = 'application/pdf';
      ctx.body = file.bytes;
    },

    async revoke(ctx: any) {
      await staff(ctx).revoke(ctx.params.id, parseReason(ctx.request.body));
      ctx.status = 204;
    },

    async resend(ctx: any) {
      await staff(ctx).resend(ctx.params.id);
      ctx.status = 202;
      ctx.body = { data: null };
    },

    async correction(ctx: any) {
      ctx.body = { data: await staff(ctx).correction(ctx.params.id) } satisfies CorrectionResponse;
    },

    async correct(ctx: any) {
      const issued = await staff(ctx).correct(ctx.params.id, parseReason(ctx.request.body));
      ctx.status = 201;
      ctx.body = { data: { id: issued.documentId } } satisfies CorrectedResponse;
    },

    async subjects(ctx: any) {
      ctx.body = { data: await staff(ctx).subjects(localeOf(ctx)) } satisfies SubjectsResponse;
    },

    async backlog(ctx: any) {
      const subjects = await staff(ctx).backlog(parseAbout(ctx.query), localeOf(ctx));
      ctx.body = { data: { subjects } } satisfies BacklogResponse;
    },

    async preview(ctx: any) {
      ctx.body = {
        data: { rows: await staff(ctx).preview(parseAbout(ctx.query)) },
      } satisfies PreviewResponse;
    },
  };
};
