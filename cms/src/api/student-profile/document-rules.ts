import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { EASY_TO_GUESS, PASSWORD_LENGTH_WORDS } from '../../../shared/staff-password';
import { isWhole, PASSWORD_LENGTH } from '../account/guessable-password';
import type { DocumentMiddleware } from '../../documents/rules';

const USER = 'plugin::users-permissions.user';

interface Named {
  username?: string;
  email?: string;
  firstName?: string | null;
  lastName?: string | null;
}

/** The same rules as on the site, where staff set a password in the admin. @throws ValidationError at its field */
function checkPassword(strapi: Core.Strapi, password: unknown, owner: Named): void {
  if (typeof password !== 'string') return;
  const refuse = (message: string) =>
    new errors.ValidationError(message, { errors: [{ path: ['password'], message }] });
  if (password.length < PASSWORD_LENGTH || !isWhole(password)) throw refuse(PASSWORD_LENGTH_WORDS);
  const known = [owner.username, owner.email, owner.firstName, owner.lastName].map((text) => text ?? '');
  if (strapi.service('api::account.account').isEasyToGuess(password, known)) throw refuse(EASY_TO_GUESS);
}

/** Every user of the site has a profile, made in the same transaction, wherever the user comes from (A10). */
export const userRules = (strapi: Core.Strapi): DocumentMiddleware => ({
  uid: 'plugin::users-permissions.user',
  async create({ params: { data } }, next) {
    checkPassword(strapi, data.password, data);
    const user = await next();
    await strapi.documents('api::student-profile.student-profile').create({
      data: { user: user.documentId, userKey: user.documentId, bio: '' } as never,
    });
    return user;
  },
  async update(call, next) {
    const { documentId, data } = call.params;
    const current = await strapi.db.query(USER).findOne({ where: { documentId } });
    checkPassword(strapi, data.password, { ...current, ...data });
    const user = await next();
    // A new password or a block ends every session at once (P8).
    if (data.password || data.blocked === true)
      await strapi.service('api::session.session').closeAll(documentId);
    // Links for a new password that are on their way, perhaps to an address that is no longer the owner's.
    if (data.password || data.blocked === true || (data.email && data.email !== current?.email))
      await strapi.db
        .query('api::password-reset.password-reset')
        .updateMany({ where: { userKey: documentId, usedAt: null }, data: { usedAt: new Date() } });
    return user;
  },
  // Leaving, and being deleted by an administrator, are the same (U4, P14).
  async remove(call, next) {
    await strapi.service('api::person.leaving').clear(call.params.documentId);
    return next();
  },
});
