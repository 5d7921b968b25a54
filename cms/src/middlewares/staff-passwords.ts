import { errors } from '@strapi/utils';
import type { Core } from '@strapi/types';
import { EASY_TO_GUESS } from '../../shared/staff-password';

/** Where Strapi's admin takes a new password; one's own in the profile: see the policy `own-account`. */
const PLACES = /^\/admin\/(register|register-admin|reset-password|users(\/[^/]+)?)\/?$/i;
const textsIn = (body: object): string[] =>
  Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' && /^(email|username|firstname|lastname)$/.test(name) ? [value] : [],
  );

/** Whose password it is, by the link they follow or by the address an administrator writes to; nobody where that is new. */
async function ownerOf(strapi: Core.Strapi, path: string, body: Record<string, unknown>): Promise<object> {
  const id = /\/users\/(\d+)\/?$/.exec(path)?.[1];
  const link = ['resetPasswordToken', 'registrationToken'].find((name) => typeof body[name] === 'string');
  if (!id && !link) return {};
  const where = id ? { id } : { [link as string]: body[link as string] };
  return (await strapi.db.query('admin::user').findOne({ where })) ?? {};
}

/** Strapi asks of a password of the staff for its length and kinds of characters: not whether it is the first to be tried. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: any, next: () => Promise<void>): Promise<void> => {
    if (ctx.method === 'GET' || !PLACES.test(ctx.path)) return next();
    const body = ctx.request.body ?? {};
    for (const one of [body, body.userInfo ?? {}]) {
      if (typeof one.password !== 'string') continue;
      const known = [...textsIn(one), ...textsIn(await ownerOf(strapi, ctx.path, body))];
      if (strapi.service('api::account.account').isEasyToGuess(one.password, known))
        throw new errors.ApplicationError(EASY_TO_GUESS);
    }
    return next();
  };
