import type { Core } from '@strapi/types';
import { refuse } from '../../http/refuse';
import type { DocumentMiddleware } from '../../documents/rules';

/**
 * One profile per admin user, by a unique column; a teacher who still teaches a module cannot be deleted.
 * Admin users have no documentId of use here, so the key is their numeric id.
 */
export const teacherRules = (strapi: Core.Strapi): DocumentMiddleware => {
  const keep = (data: Record<string, any>) => {
    const input = data.adminUser;
    if (input === undefined) return;
    const reference = Array.isArray(input?.connect)
      ? input.connect.at(-1)
      : Array.isArray(input?.set)
        ? input.set.at(-1)
        : input;
    const id = typeof reference === 'object' ? reference?.id : reference;
    if (id != null) data.adminUserKey = String(id);
    else if (input === null || input?.disconnect?.length) data.adminUserKey = null;
  };
  return {
    uid: 'api::teacher-profile.teacher-profile',
    async create(call, next) {
      keep(call.params.data);
      return next();
    },
    async update(call, next) {
      keep(call.params.data);
      return next();
    },
    async remove(call, next) {
      const modules = await strapi.db.query('api::module.module').findMany({
        where: { teacher: { documentId: call.params.documentId } },
        select: ['code'],
      });
      const codes = [...new Set(modules.map((module) => module.code))];
      if (codes.length > 0) {
        throw refuse(
          409,
          'teaches',
          `This teacher still teaches ${codes.join(', ')}: give these modules to somebody else first`,
          { modules: codes },
        );
      }
      return next();
    },
  };
};
