import type { Core } from '@strapi/types';
import type { ChecklistResponse } from '../../../shared/contracts/checklist';
import { contentAccess } from '../access/content-access';
import { checkLesson, checkModule } from '../checklist/checklist';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const checked =
    (check: typeof checkLesson) =>
    async (ctx: any): Promise<void> => {
      const locale = typeof ctx.query.locale === 'string' ? ctx.query.locale : 'en';
      const access = contentAccess(strapi, ctx.state.userAbility);
      ctx.body = {
        data: { findings: await check(strapi, access, ctx.params.documentId, locale) },
      } satisfies ChecklistResponse;
    };
  return { lesson: checked(checkLesson), module: checked(checkModule) };
};
