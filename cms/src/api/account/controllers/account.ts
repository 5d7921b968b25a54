import type { Core } from '@strapi/types';
import { z } from 'zod';
import { LOCALES } from '../../../../shared/contracts/locale';
import type { SessionResponse } from '../../../../shared/contracts/session';
import { parseBody } from '../../../http/parse-body';
import { isWhole, PASSWORD_LENGTH } from '../guessable-password';

/** One line; line ends and other control characters would end up in mails and on certificates. */
const name = z
  .string({ error: 'required' })
  .transform((value) =>
    value
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1, 'required').max(100, 'too-long'));
const text = (max: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(max, 'too-long');
const password = z
  .string({ error: 'required' })
  .min(1, 'required')
  .min(PASSWORD_LENGTH, 'too-short')
  .refine(isWhole, 'too-long');

const SignUp = z.object({
  username: text(60)
    .min(3, 'too-short')
    .regex(/^[A-Za-z0-9._-]+$/, 'invalid-characters'),
  password,
  firstName: name,
  lastName: name,
  email: text(200).pipe(z.email('invalid-email')),
  language: z.enum(LOCALES).catch('en'),
});

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: any) {
    await strapi.service('api::limit.limit').count('sign-up', ctx.request.ip);
    const wanted = parseBody(SignUp, ctx.request.body);
    strapi.service('api::account.account').assertHardToGuess(wanted.password, wanted);
    const user = await strapi.db.transaction(async () => {
      const made = await strapi.service('api::account.account').signUp(wanted);
      await strapi.service('api::account.confirmation').post(made);
      return made;
    });
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
    await strapi.service('api::limit.limit').count('password-reset', ctx.request.ip);
    await strapi.service('api::account.password-reset').request(email);
    ctx.status = 204;
  },

  async changePassword(ctx: any) {
    const body = parseBody(
      z.object({ current: z.string({ error: 'required' }).min(1, 'required'), password }),
      ctx.request.body,
    );
    const { documentId } = ctx.state.user;
    const account = strapi.service('api::account.account');
    await account.assertPassword(ctx, body.current, 'current');
    account.assertHardToGuess(body.password, ctx.state.user);
    await strapi
      .documents('plugin::users-permissions.user')
      .update({ documentId, data: { password: body.password } as never });
    const session = await strapi.service('api::session.session').open(documentId);
    ctx.body = {
      ...session,
      me: strapi.service('api::account.account').me(ctx.state.user),
    } satisfies SessionResponse;
  },

  async requestConfirmation(ctx: any) {
    await strapi.service('api::account.confirmation').again(ctx.state.user);
    ctx.status = 204;
  },

  async confirm(ctx: any) {
    const { token } = parseBody(z.object({ token: text(200) }), ctx.request.body);
    await strapi.service('api::account.confirmation').complete(token);
    ctx.status = 204;
  },

  async completeReset(ctx: any) {
    const body = parseBody(z.object({ token: text(200), password }), ctx.request.body);
    await strapi.service('api::account.password-reset').complete(body.token, body.password);
    ctx.status = 204;
  },
});
