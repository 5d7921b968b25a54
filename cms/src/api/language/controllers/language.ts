import type { Core } from '@strapi/types';
import { z } from 'zod';
import { LOCALES, type Locale } from '../../../../shared/contracts/locale';
import { parseBody } from '../../../http/parse-body';

const Choice = z.object({ language: z.enum(LOCALES, { error: 'required' }) });

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async choose(ctx: any) {
    const { language }: { language: Locale } = parseBody(Choice, ctx.request.body);
    const { documentId } = ctx.state.user;
    await strapi.db
      .query('plugin::users-permissions.user')
      .update({ where: { documentId }, data: { language } });
    ctx.status = 204;
  },
});
