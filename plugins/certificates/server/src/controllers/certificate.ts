import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { KINDS, type IssueResponse } from '../../../shared/contracts/certificate';

const Request = z.object({
  kind: z.enum(KINDS),
  subject: z.string().max(60).optional(),
  language: z.string().max(20).optional(),
});

const Visibility = z.object({ nameShown: z.boolean() });

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const plugin = () => strapi.plugin('certificates');
  const recipientKey = (ctx: any): string => {
    if (!ctx.state.user) throw new errors.UnauthorizedError('Sign in first');
    return plugin().service('extensions').source().recipientKeyOf(ctx.state.user);
  };

  return {
    async mine(ctx: any) {
      ctx.body = { certificates: await plugin().service('issuance').ofRecipient(recipientKey(ctx)) };
    },

    async request(ctx: any) {
      const body = Request.safeParse(ctx.request.body ?? {});
      if (!body.success) throw new errors.ValidationError(z.prettifyError(body.error));
      const { kind, subject } = body.data;
      const issued = await plugin()
        .service('issuance')
        .issue({ kind, subject, recipientKey: recipientKey(ctx) });
      ctx.status = 202;
      ctx.body = { id: issued.documentId, email: issued.email } satisfies IssueResponse;
    },

    async file(ctx: any) {
      const { name, bytes } = await plugin().service('issuance').file(recipientKey(ctx), ctx.params.id);
      ctx.set('Cache-Control', 'private, no-store');
      ctx.attachment(name);
      ctx.type = 'application/pdf';
      ctx.body = bytes;
    },

    async picture(ctx: any) {
      const png = await plugin().service('previews').ofRecipient(recipientKey(ctx), ctx.params.id);
      ctx.set('Cache-Control', 'private, no-store');
      ctx.type = 'image/png';
      ctx.body = Buffer.from(png);
    },

    async card(ctx: any) {
      const png = await plugin().service('previews').card(ctx.params.code);
      // As long as a revocation may take to be seen.
      ctx.set('Cache-Control', 'public, max-age=30');
      ctx.type = 'image/png';
      ctx.body = Buffer.from(png);
    },

    async showName(ctx: any) {
      const body = Visibility.safeParse(ctx.request.body ?? {});
      if (!body.success) throw new errors.ValidationError(z.prettifyError(body.error));
      await plugin().service('issuance').showName(recipientKey(ctx), ctx.params.id, body.data.nameShown);
      ctx.status = 204;
    },

    async ofFile(ctx: any) {
      ctx.body = await plugin().service('verification').ofFile(ctx.params.sha256);
    },

    async verify(ctx: any) {
      ctx.body = await plugin().service('verification').verify(ctx.params.code);
    },
  };
};
