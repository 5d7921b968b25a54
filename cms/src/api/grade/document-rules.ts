import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { actorName } from '../../documents/actor';
import { relationTarget } from '../../documents/relation-target';
import { refuse } from '../../http/refuse';
import type { DocumentMiddleware } from '../../documents/rules';
import { markProblem, type Scale } from './scale';

const UNIQUE_VIOLATION = '23505';

/**
 * A mark lies inside the scale of its module (M3), and every change of one is kept: who, when, from, to (M7).
 * `revision` grows with each change, so that two people writing at once notice each other (M4).
 */
export const gradeRules = (strapi: Core.Strapi): DocumentMiddleware => {
  async function scaleOf(enrollmentKey: string): Promise<Scale> {
    const enrollment = await strapi.db
      .query('api::enrollment.enrollment')
      .findOne({ where: { documentId: enrollmentKey } });
    const rows = enrollment
      ? await strapi.db.query('api::module.module').findMany({ where: { documentId: enrollment.moduleKey } })
      : [];
    // The published scale counts; a draft's only while nothing is published.
    const module = rows.find((row) => row.publishedAt) ?? rows[0];
    if (!module)
      throw new errors.ValidationError('A grade needs an enrollment', {
        errors: [{ path: ['enrollment'], message: 'required' }],
      });
    return { minimum: Number(module.markMin), maximum: Number(module.markMax) };
  }

  async function check(enrollmentKey: string, mark: unknown): Promise<void> {
    const problem = markProblem(mark, await scaleOf(enrollmentKey));
    if (problem)
      throw new errors.ValidationError(problem, {
        errors: [{ path: ['mark'], message: problem, name: 'ValidationError' }],
      });
  }

  const keep = (enrollmentKey: string, from: number | null, to: number | null, actor: string, at: string) =>
    strapi
      .documents('api::grade-change.grade-change')
      .create({ data: { enrollmentKey, from, to, actor, at } as never });

  return {
    uid: 'api::grade.grade',
    async create(call, next) {
      const { data } = call.params;
      const enrollmentKey = await relationTarget(strapi, 'api::enrollment.enrollment', data.enrollment);
      await check(enrollmentKey ?? '', data.mark);
      const actor = actorName(strapi);
      const at = new Date().toISOString();
      Object.assign(data, { enrollmentKey, gradedBy: actor, gradedAt: at, revision: 1 });
      const created = await next().catch((error: { code?: string }) => {
        throw error.code === UNIQUE_VIOLATION
          ? refuse(409, 'graded-meanwhile', 'Somebody has graded this enrollment meanwhile')
          : error;
      });
      if (data.mark != null) await keep(enrollmentKey as string, null, Number(data.mark), actor, at);
      return created;
    },
    async update(call, next) {
      const { data, documentId } = call.params;
      const current = await strapi.db.query('api::grade.grade').findOne({ where: { documentId } });
      if (!current) return next();
      const target = await relationTarget(strapi, 'api::enrollment.enrollment', data.enrollment);
      if (target !== undefined && target !== current.enrollmentKey) {
        throw new errors.ValidationError('A grade stays with its enrollment');
      }
      for (const key of ['enrollmentKey', 'gradedBy', 'gradedAt', 'revision']) delete data[key];
      const from = current.mark == null ? null : Number(current.mark);
      const to =
        data.mark === undefined ? from : data.mark == null || data.mark === '' ? null : Number(data.mark);
      if (data.mark !== undefined) await check(current.enrollmentKey, data.mark);
      const changed = from !== to || (data.feedback !== undefined && data.feedback !== current.feedback);
      const actor = actorName(strapi);
      const at = new Date().toISOString();
      if (changed)
        Object.assign(data, { gradedBy: actor, gradedAt: at, revision: (current.revision ?? 0) + 1 });
      const updated = await next();
      if (from !== to) await keep(current.enrollmentKey, from, to, actor, at);
      return updated;
    },
    async remove(call, next) {
      const current = await strapi.db
        .query('api::grade.grade')
        .findOne({ where: { documentId: call.params.documentId } });
      const removed = await next();
      if (current?.mark != null) {
        await keep(
          current.enrollmentKey,
          Number(current.mark),
          null,
          actorName(strapi),
          new Date().toISOString(),
        );
      }
      return removed;
    },
  };
};
