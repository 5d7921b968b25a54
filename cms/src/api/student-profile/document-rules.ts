import type { Core } from '@strapi/types';
import type { DocumentMiddleware } from '../../documents/rules';

/** Every user of the site has a profile, made in the same transaction, wherever the user comes from (A10). */
export const userRules = (strapi: Core.Strapi): DocumentMiddleware => ({
  uid: 'plugin::users-permissions.user',
  async create(_call, next) {
    const user = await next();
    await strapi.documents('api::student-profile.student-profile').create({
      data: { user: user.documentId, userKey: user.documentId, bio: '' } as never,
    });
    return user;
  },
  async update(call, next) {
    const { documentId, data } = call.params;
    const user = await next();
    // A new password or a block ends every session at once (P8).
    if (data.password || data.blocked === true)
      await strapi.service('api::session.session').closeAll(documentId);
    return user;
  },
  // Leaving, and being deleted by an administrator, are the same (U4, P14).
  async remove(call, next) {
    await strapi.service('api::person.leaving').clear(call.params.documentId);
    return next();
  },
});
