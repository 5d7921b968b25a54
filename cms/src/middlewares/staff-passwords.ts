import { errors } from '@strapi/utils';
import type { Core } from '@strapi/types';
import { EASY_TO_GUESS } from '../../shared/staff-password';

/** Where Strapi's admin takes a new password. */
const PLACES = /^\/admin\/(register|register-admin|reset-password|users(\/[^/]+)?)\/?$/i;
const textsIn = (body: object): string[] =>
  Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' && /^(email|username|firstname|lastname)$/.test(name) ? [value] : [],
  );

/** Strapi asks of a password of the staff for its length and kinds of characters: not whether it is the first to be tried. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  (ctx: any, next: () => Promise<void>): Promise<void> => {
    if (ctx.method === 'GET' || !PLACES.test(ctx.path)) return next();
    const body = ctx.request.body ?? {};
    for (const one of [body, body.userInfo ?? {}])
      if (
        typeof one.password === 'string' &&
        strapi.service('api::account.account').isEasyToGuess(one.password, textsIn(one))
      )
        throw new errors.ApplicationError(EASY_TO_GUESS);
    return next();
  };
