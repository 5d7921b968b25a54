import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { actorName } from '../../documents/actor';
import { relationTarget } from '../../documents/relation-target';
import { refuse } from '../../http/refuse';
import type { DocumentMiddleware } from '../../documents/rules';
import { markProblem, type Scale } from './scale';

const UNIQUE_VIOLATION = '23505';

/** What a student has been given; feedback is '' where there is none. */
type Given = [mark: number | null, feedback: string];
const givenOf = ({ mark, feedback }: { mark?: unknown; feedback?: unknown }): Given => [
  mark === undefined || mark === null || mark === '' ? null : Number(mark),
  typeof feedback === 'string' ? feedback : '',
];

const isSame = ([mark, feedback]: Given, other: Given): boolean => mark === other[0] && feedback === other[1];

/**
 * A mark lies inside the scale of its module (M3), and every change of it or of its feedback is kept: who, when, from, to
 * (M7).
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

  /** Nothing for a change of neither. */
  async function keep(
    of: { enrollmentKey: string; actor: string; at: string },
    before: Given,
    after: Given,
  ): Promise<void> {
    if (isSame(before, after)) return;
    const [[from, feedbackFrom], [to, feedbackTo]] = [before, after];
    const feedback = feedbackFrom === feedbackTo ? {} : { feedbackFrom, feedbackTo };
    await strapi
      .documents('api::grade-change.grade-change')
      .create({ data: { ...of, from, to, ...feedback } as never });
  }

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
      await keep({ enrollmentKey: enrollmentKey as string, actor, at }, [null, ''], givenOf(data));
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
      const before = givenOf(current);
      const after = givenOf({
        mark: data.mark === undefined ? current.mark : data.mark,
        feedback: data.feedback === undefined ? current.feedback : data.feedback,
      });
      if (data.mark !== undefined) await check(current.enrollmentKey, data.mark);
      const actor = actorName(strapi);
      const at = new Date().toISOString();
      if (!isSame(before, after))
        Object.assign(data, { gradedBy: actor, gradedAt: at, revision: (current.revision ?? 0) + 1 });
      const updated = await next();
      await keep({ enrollmentKey: current.enrollmentKey, actor, at }, before, after);
      return updated;
    },
    async remove(call, next) {
      const current = await strapi.db
        .query('api::grade.grade')
        .findOne({ where: { documentId: call.params.documentId } });
      const removed = await next();
      if (current) {
        const { enrollmentKey } = current;
        const at = new Date().toISOString();
        await keep({ enrollmentKey, actor: actorName(strapi), at }, givenOf(current), [null, '']);
      }
      return removed;
    },
  };
};
