import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { relationTarget } from '../../documents/relation-target';
import type { DocumentMiddleware } from '../../documents/rules';
import { readingMinutes } from './reading-time';

/**
 * A lesson carries its module's key as a column of its own: the database's "one slug per module" is held by it. Minutes
 * that its author leaves empty are counted from its words, once, and are the author's from then on.
 */
export const lessonRules = (strapi: Core.Strapi): DocumentMiddleware => ({
  uid: 'api::lesson.lesson',
  async create(call, next) {
    const { data } = call.params;
    const moduleKey = await relationTarget(strapi, 'api::module.module', data.module);
    if (moduleKey) data.moduleKey = moduleKey;
    // A copy has the minutes of what it is a copy of.
    if (call.action !== 'clone') data.minutes ??= readingMinutes(data.sections ?? []);
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
    if (data.minutes === null) data.minutes = readingMinutes(data.sections ?? []);
    return next();
  },
});
