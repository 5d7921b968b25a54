import type { Core } from '@strapi/types';
import { z } from 'zod';
import { LOCALES } from '../../../../shared/contracts/locale';
import type { SessionResponse } from '../../../../shared/contracts/session';
import { parseBody } from '../../../http/parse-body';

const text = (max: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(max, 'too-long');
const password = z.string({ error: 'required' }).min(1, 'required').min(8, 'too-short').max(72, 'too-long');

const SignUp = z.object({
  username: text(60)
    .min(3, 'too-short')
    .regex(/^[A-Za-z0-9._-]+$/, 'invalid-characters'),
  password,
  firstName: text(100),
  lastName: text(100),
  email: text(200).pipe(z.email('invalid-email')),
  language: z.enum(LOCALES).catch('en'),
});

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: any) {
    const user = await strapi.service('api::account.account').signUp(parseBody(SignUp, ctx.request.body));
    const session = await strapi.service('api::session.session').open(user.documentId);
    ctx.status = 201;
    ctx.body = { ...session, me: strapi.service('api::account.account').me(user) } satisfies SessionResponse;
  },

  me(ctx: any) {
    ctx.body = strapi.service('api::account.account').me(ctx.state.user);
  },

  async requestReset(ctx: any) {
    const { email } = parseBody(
      z.object({ email: text(200).pipe(z.email('invalid-email')) }),
      ctx.request.body,
    );
    await strapi.service('api::account.password-reset').request(email);
    ctx.status = 204;
  },

  async completeReset(ctx: any) {
    const body = parseBody(z.object({ token: text(200), password }), ctx.request.body);
    await strapi.service('api::account.password-reset').complete(body.token, body.password);
    ctx.status = 204;
  },
});
