import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { relationTarget } from '../../documents/relation-target';
import type { DocumentMiddleware } from '../../documents/rules';

/** A lesson carries its module's key as a column of its own: the database's "one slug per module" is held by it. */
export const lessonRules = (strapi: Core.Strapi): DocumentMiddleware => ({
  uid: 'api::lesson.lesson',
  async create(call, next) {
    const { data } = call.params;
    const moduleKey = await relationTarget(strapi, 'api::module.module', data.module);
    if (moduleKey) data.moduleKey = moduleKey;
    return next();
  },
  async update(call, next) {
    const { data, documentId } = call.params;
    const moduleKey = await relationTarget(strapi, 'api::module.module', data.module);
    if (moduleKey === null)
      throw new errors.ValidationError('A lesson belongs to a module', {
        errors: [{ path: ['module'], message: 'required' }],
      });
    delete data.moduleKey;
    if (moduleKey) {
      data.moduleKey = moduleKey;
    } else {
      // A new translation starts from nothing: it takes the module from its siblings.
      const sibling = await strapi.db
        .query('api::lesson.lesson')
        .findOne({ where: { documentId, moduleKey: { $notNull: true } } });
      if (sibling) data.moduleKey = sibling.moduleKey;
    }
    return next();
  },
});
