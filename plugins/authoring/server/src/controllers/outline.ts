import type { Core } from '@strapi/types';
import type {
  DuplicateResponse,
  ModulesResponse,
  NewLessonResponse,
  OutlineResponse,
} from '../../../shared/contracts/outline';
import { contentAccess } from '../access/content-access';
import { parseDuplicate, parseNewLesson, parseOrder } from '../bodies/parse-body';
import { duplicateModule } from '../outline/duplicate';
import { addLesson } from '../outline/new-lesson';
import { listModules, outlineOf } from '../outline/outline';
import { reorderLessons } from '../outline/reorder';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const accessOf = (ctx: any) => contentAccess(strapi, ctx.state.userAbility);
  const localeOf = (ctx: any): string => (typeof ctx.query.locale === 'string' ? ctx.query.locale : 'en');

  return {
    async modules(ctx: any) {
      ctx.body = {
        data: await listModules(strapi, accessOf(ctx), localeOf(ctx)),
      } satisfies ModulesResponse;
    },

    async read(ctx: any) {
      ctx.body = {
        data: await outlineOf(strapi, accessOf(ctx), ctx.params.moduleKey, localeOf(ctx)),
      } satisfies OutlineResponse;
    },

    async reorder(ctx: any) {
      const { lessonKeys } = parseOrder(ctx.request.body);
      const { outcome } = await reorderLessons(strapi, accessOf(ctx), ctx.params.moduleKey, lessonKeys);
      if (outcome === 'stale') return ctx.conflict('The module has other lessons by now');
      ctx.status = 204;
    },

    async addLesson(ctx: any) {
      const request = parseNewLesson(ctx.request.body);
      const lessonKey = await addLesson(strapi, accessOf(ctx), ctx.params.moduleKey, request);
      ctx.status = 201;
      ctx.body = { data: { lessonKey, locale: request.locale } } satisfies NewLessonResponse;
    },

    async duplicate(ctx: any) {
      const { code } = parseDuplicate(ctx.request.body);
      const moduleKey = await duplicateModule(strapi, accessOf(ctx), ctx.params.moduleKey, code);
      ctx.status = 201;
      ctx.body = { data: { moduleKey } } satisfies DuplicateResponse;
    },
  };
};
