import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { refuse } from '../../http/refuse';
import type { DocumentMiddleware } from '../../documents/rules';

/** Deleting a module deletes its lessons; a module with marks stays, since its grades would go with it. */
export const moduleRules = (strapi: Core.Strapi): DocumentMiddleware => ({
  uid: 'api::module.module',
  async create(call, next) {
    checkScale(call.params.data);
    return next();
  },
  async update(call, next) {
    checkScale(call.params.data);
    return next();
  },
  async remove(call, next) {
    const moduleKey = call.params.documentId;
    const enrollments = await strapi.db
      .query('api::enrollment.enrollment')
      .findMany({ where: { moduleKey }, select: ['documentId'] });
    const marked = await strapi.db.query('api::grade.grade').count({
      where: { enrollmentKey: { $in: enrollments.map((row) => row.documentId) }, mark: { $notNull: true } },
    });
    const removed = await next();
    const left = await strapi.db.query('api::module.module').count({ where: { documentId: moduleKey } });
    if (left > 0) return removed;
    if (marked > 0) {
      throw refuse(
        409,
        'has-marks',
        `This module has ${marked} marks and cannot be deleted: unpublish it instead`,
      );
    }
    for (const { documentId } of enrollments)
      await strapi.documents('api::enrollment.enrollment').delete({ documentId });
    const lessons = await strapi.db
      .query('api::lesson.lesson')
      .findMany({ where: { moduleKey }, select: ['documentId'] });
    for (const documentId of new Set(lessons.map((row) => row.documentId))) {
      await strapi.documents('api::lesson.lesson').delete({ documentId, locale: '*' } as never);
    }
    return removed;
  },
});

function checkScale(data: Record<string, unknown>): void {
  const [minimum, maximum, pass] = [data.markMin, data.markMax, data.passMark].map((value) =>
    value == null ? undefined : Number(value),
  );
  if (minimum !== undefined && maximum !== undefined && minimum >= maximum) {
    throw refused('markMax', 'The highest mark must be above the lowest');
  }
  if (
    pass !== undefined &&
    ((minimum !== undefined && pass < minimum) || (maximum !== undefined && pass > maximum))
  ) {
    throw refused('passMark', 'The pass mark must lie inside the scale');
  }
}

const refused = (field: string, message: string) =>
  new errors.ValidationError(message, { errors: [{ path: [field], message, name: 'ValidationError' }] });
