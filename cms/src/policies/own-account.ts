import { errors } from '@strapi/utils';
import type { Core } from '@strapi/types';
import { EASY_TO_GUESS, IN_YOUR_PROFILE, PASSWORD_FOR_ADDRESS } from '../../shared/staff-password';

interface Context {
  state: { user: StaffUser };
  params: { id?: string };
  request: { ip: string; body?: { email?: unknown; password?: unknown; currentPassword?: unknown } };
}
interface StaffUser {
  id: number;
  email: string;
  username: string | null;
  firstname: string | null;
  lastname: string | null;
  password: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * Whoever sits before somebody's open browser must not get the account for good: staff change their own address and
 * password with the password they have (ASVS 6.2.3, 7.5.1). Strapi asks for it only with a new password, and in the list
 * of users, where administrators find themselves as well, never.
 *
 * @throws ApplicationError with what to do, 429 for who guesses
 */
export default async (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }): Promise<true> => {
  const { user } = ctx.state;
  const { email, password, currentPassword } = ctx.request.body ?? {};
  const hasNewAddress = isText(email) && email.toLowerCase() !== user.email.toLowerCase();
  if (ctx.params.id !== undefined) {
    if (ctx.params.id === String(user.id) && (hasNewAddress || isText(password)))
      throw new errors.ApplicationError(IN_YOUR_PROFILE);
    return true;
  }
  if (isText(password)) {
    const known = [user.email, user.username ?? '', user.firstname ?? '', user.lastname ?? ''];
    if (strapi.service('api::account.account').isEasyToGuess(password, known))
      throw new errors.ApplicationError(EASY_TO_GUESS);
  }
  if (!isText(currentPassword)) {
    if (hasNewAddress) throw new errors.ApplicationError(PASSWORD_FOR_ADDRESS);
    return true;
  }
  const limit = strapi.service('api::limit.limit');
  await limit.check('wrong-password', ctx.request.ip);
  if (await strapi.service('admin::auth').validatePassword(currentPassword, user.password)) return true;
  await limit.count('wrong-password', ctx.request.ip);
  // With a new password Strapi itself says so, at the field.
  if (hasNewAddress && !isText(password)) throw new errors.ApplicationError(PASSWORD_FOR_ADDRESS);
  return true;
};
