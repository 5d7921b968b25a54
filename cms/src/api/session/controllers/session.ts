import type { Core } from '@strapi/types';
import { z } from 'zod';
import type { SessionResponse } from '../../../../shared/contracts/session';
import { parseBody } from '../../../http/parse-body';
import { refuse } from '../../../http/refuse';

const required = (max: number) =>
  z.string({ error: 'required' }).trim().min(1, 'required').max(max, 'too-long');
const LogIn = z.object({
  identifier: required(200),
  password: z.string({ error: 'required' }).min(1, 'required').max(1000, 'too-long'),
});

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: any) {
    const { identifier, password } = parseBody(LogIn, ctx.request.body);
    const limit = strapi.service('api::limit.limit');
    await limit.check('wrong-password', ctx.request.ip);
    const user = await strapi.service('api::account.account').authenticate(identifier, password);
    if (!user) {
      await limit.count('wrong-password', ctx.request.ip);
      throw refuse(401, 'bad-credentials', 'Incorrect username or password');
    }
    // Again: of hundred guesses at once, ten are told whether they were right.
    await limit.check('wrong-password', ctx.request.ip);
    const session = await strapi.service('api::session.session').open(user.documentId);
    ctx.body = { ...session, me: strapi.service('api::account.account').me(user) } satisfies SessionResponse;
  },

  async delete(ctx: any) {
    const token = ctx.request.header.authorization?.split(/\s+/)[1];
    if (token) await strapi.service('api::session.session').close(token);
    ctx.status = 204;
  },

  async deleteAll(ctx: any) {
    await strapi.service('api::session.session').closeAll(ctx.state.user.documentId);
    ctx.status = 204;
  },
});
