import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { CredentialCheckResponse } from '../../../shared/contracts/credential';

const CREDENTIAL = 'application/vc';
/** Ours have about 3,000 characters; checking takes the longer, the more there is. */
const Credential = z
  .record(z.string(), z.unknown())
  .refine((value) => JSON.stringify(value).length <= 64_000, 'too large');

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (name: string) => strapi.plugin('certificates').service(name);

  return {
    async download(ctx: any) {
      if (!ctx.state.user) throw new errors.UnauthorizedError('Sign in first');
      await service('recipients').assertOwn(ctx.state.user, ctx.params.id);
      ctx.body = await service('credentials').ofCertificate(ctx.params.id);
      ctx.set('Cache-Control', 'private, no-store');
      ctx.type = CREDENTIAL;
    },

    async did(ctx: any) {
      ctx.body = await service('credentials').did();
    },

    async statusList(ctx: any) {
      const list = Number(/^\d{1,6}$/.exec(ctx.params.list)?.[0]);
      if (!Number.isInteger(list)) throw new errors.NotFoundError('There is no such status list');
      ctx.body = JSON.stringify(await service('credentials').statusList(list));
      // A revocation is seen within a minute (P11).
      ctx.set('Cache-Control', 'public, max-age=30');
      ctx.type = CREDENTIAL;
    },

    async check(ctx: any) {
      const body = Credential.safeParse(ctx.request.body);
      if (!body.success)
        throw new errors.ValidationError('A credential is a JSON object of at most 64,000 characters');
      const verdict = await service('credentials').check(body.data);
      ctx.body = { verdict } satisfies CredentialCheckResponse;
    },
  };
};
