import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { KINDS, type IssueResponse } from '../../../shared/contracts/certificate';
import type { Source } from '../intake/source';
import type { Recipients } from '../services/recipients';

const Request = z.object({
  kind: z.enum(KINDS),
  subject: z.string().max(60).optional(),
  source: z.string().max(80).optional(),
  language: z.string().max(20).optional(),
});

const Visibility = z.object({ nameShown: z.boolean() });

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const plugin = () => strapi.plugin('certificates');
  const recipients = (): Recipients => plugin().service('recipients');
  const userOf = (ctx: any): { documentId: string } => {
    if (!ctx.state.user) throw new errors.UnauthorizedError('Sign in first');
    return ctx.state.user;
  };
  /** @throws ValidationError (400) for an unknown one. */
  const sourceOf = (key?: string): Source => {
    const sources: Source[] = plugin().service('extensions').sources();
    const source = key ? sources.find((one) => one.key === key) : sources[0];
    if (!source) throw new errors.ValidationError(`There is no source "${key ?? ''}"`);
    return source;
  };

  return {
    async mine(ctx: any) {
      ctx.body = { certificates: await recipients().list(userOf(ctx)) };
    },

    async request(ctx: any) {
      const user = userOf(ctx);
      const body = Request.safeParse(ctx.request.body ?? {});
      if (!body.success) throw new errors.ValidationError(z.prettifyError(body.error));
      const { kind, subject } = body.data;
      const source = sourceOf(body.data.source);
      const recipientKey = source.recipientKeyOf(user);
      if (recipientKey === null) throw new errors.NotFoundError('There is no such recipient');
      const issued = await plugin()
        .service('issuance')
        .issue({ source: source.key, kind, subject, recipientKey }, { asked: 'recipient' });
      ctx.status = 202;
      ctx.body = { id: issued.documentId, email: issued.email } satisfies IssueResponse;
    },

    async file(ctx: any) {
      const { name, bytes } = await recipients().file(userOf(ctx), ctx.params.id);
      ctx.set('Cache-Control', 'private, no-store');
      ctx.attachment(name);
      ctx.type = 'application/pdf';
      ctx.body = bytes;
    },

    async picture(ctx: any) {
      const png = await plugin().service('previews').ofRecipient(userOf(ctx), ctx.params.id);
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
      await recipients().showName(userOf(ctx), ctx.params.id, body.data.nameShown);
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
