import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { relationTarget } from '../../documents/relation-target';
import { refuse } from '../../http/refuse';
import type { DocumentMiddleware } from '../../documents/rules';

/**
 * An enrollment is a student in a module, for good: the pair is written into unique columns when it is made and never
 * changes afterwards. One with a mark cannot be deleted: the mark would go with it.
 */
export const enrollmentRules = (strapi: Core.Strapi): DocumentMiddleware => ({
  uid: 'api::enrollment.enrollment',
  async create(context, next) {
    const { data } = context.params;
    const studentKey = await relationTarget(strapi, 'plugin::users-permissions.user', data.student);
    const moduleKey = await relationTarget(strapi, 'api::module.module', data.module);
    if (!studentKey)
      throw new errors.ValidationError('An enrollment needs a student', {
        errors: [{ path: ['student'], message: 'required' }],
      });
    if (!moduleKey)
      throw new errors.ValidationError('An enrollment needs a module', {
        errors: [{ path: ['module'], message: 'required' }],
      });
    Object.assign(data, { studentKey, moduleKey, pairKey: `${studentKey}:${moduleKey}` });
    data.enrolledAt ??= new Date().toISOString();
    return next();
  },
  async update(context, next) {
    const { data, documentId } = context.params;
    const current = await strapi.db.query('api::enrollment.enrollment').findOne({ where: { documentId } });
    const studentKey = await relationTarget(strapi, 'plugin::users-permissions.user', data.student);
    const moduleKey = await relationTarget(strapi, 'api::module.module', data.module);
    if (
      current &&
      ((studentKey !== undefined && studentKey !== current.studentKey) ||
        (moduleKey !== undefined && moduleKey !== current.moduleKey))
    ) {
      throw new errors.ValidationError(
        'The student and the module of an enrollment do not change: delete it and make another',
      );
    }
    for (const key of ['studentKey', 'moduleKey', 'pairKey', 'enrolledAt', 'lessonKey', 'readAt'])
      delete data[key];
    return next();
  },
  async remove(context, next) {
    const enrollmentKey = context.params.documentId;
    const grade = await strapi.db.query('api::grade.grade').findOne({ where: { enrollmentKey } });
    if (grade?.mark != null) {
      throw refuse(409, 'has-mark', 'This enrollment has a mark: empty the mark first');
    }
    if (grade) await strapi.documents('api::grade.grade').delete({ documentId: grade.documentId });
    await strapi.db.query('api::lesson-progress.lesson-progress').deleteMany({ where: { enrollmentKey } });
    return next();
  },
});
