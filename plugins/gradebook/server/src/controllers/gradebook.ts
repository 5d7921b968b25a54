import type { Core } from '@strapi/types';
import type {
  GradebookResponse,
  HistoryResponse,
  ImportResponse,
  ModulesResponse,
  SaveMarksResponse,
} from '../../../shared/contracts/gradebook';
import { readUpload } from '../bodies/read-upload';
import { parseSaveMarks } from '../bodies/save-marks';
import { writeCsv } from '../csv/write-csv';
import type { Services } from '../services';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = <Name extends keyof Services>(name: Name): Services[Name] =>
    strapi.plugin('gradebook').service(name);
  const localeOf = (ctx: any): string => (typeof ctx.query.locale === 'string' ? ctx.query.locale : '');

  return {
    async modules(ctx: any) {
      ctx.body = {
        data: await service('modules').of(ctx.state.user, localeOf(ctx)),
      } satisfies ModulesResponse;
    },

    async gradebook(ctx: any) {
      const module = await service('modules').one(ctx.state.user, ctx.params.moduleKey, localeOf(ctx));
      ctx.body = { data: await service('roster').of(module) } satisfies GradebookResponse;
    },

    async save(ctx: any) {
      const module = await service('modules').one(ctx.state.user, ctx.params.moduleKey, localeOf(ctx));
      const result = await service('marks').save(module, parseSaveMarks(ctx.request.body).changes);
      if (result.outcome === 'conflict') {
        ctx.conflict('Somebody else changed some of these grades meanwhile', { conflicts: result.conflicts });
        return;
      }
      ctx.body = { data: { rows: result.rows } } satisfies SaveMarksResponse;
    },

    async csv(ctx: any) {
      const locale = localeOf(ctx);
      const module = await service('modules').one(ctx.state.user, ctx.params.moduleKey, locale);
      const { rows } = await service('roster').of(module);
      // A code has nothing in it that a header could break on.
      ctx.attachment(`${module.code}.csv`);
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = writeCsv(rows, locale === 'es' ? 'es' : 'en');
    },

    async import(ctx: any) {
      const module = await service('modules').one(ctx.state.user, ctx.params.moduleKey, localeOf(ctx));
      const bytes = await readUpload(ctx.request.files);
      const data = await service('imports').run(module, bytes, { dryRun: ctx.query.dryRun === 'true' });
      ctx.body = { data } satisfies ImportResponse;
    },

    async history(ctx: any) {
      const module = await service('modules').one(ctx.state.user, ctx.params.moduleKey, localeOf(ctx));
      ctx.body = {
        data: await service('history').of(module, ctx.params.enrollmentKey),
      } satisfies HistoryResponse;
    },
  };
};
