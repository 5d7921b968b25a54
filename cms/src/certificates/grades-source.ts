import type { Core } from '@strapi/types';

interface Request {
  kind: 'grade' | 'module';
  recipientKey: string;
  subject?: string;
}

/** Turns Lumino's grades into the plain facts the certificates plugin works with. The plugin knows none of these types. */
export const gradesSource = (strapi: Core.Strapi) => ({
  key: 'grades',
  watch: [{ uid: 'api::grade.grade', actions: ['create', 'update'] as ('create' | 'update')[] }],

  recipientKeyOf: (user: { documentId: string }): string => user.documentId,

  async facts({ kind, recipientKey, subject }: Request) {
    const user = await strapi.db
      .query('plugin::users-permissions.user')
      .findOne({ where: { documentId: recipientKey } });
    if (!user) return null;
    const language = user.language ?? 'en';
    const standings = await strapi.service('api::enrollment.standing').all(recipientKey);
    const keys = standings.map((standing: { moduleKey: string }) => standing.moduleKey);
    const modules =
      keys.length > 0
        ? await strapi.service('api::module.catalog').rows(language, { documentId: { $in: keys } })
        : [];
    const markOf = new Map(
      standings.map((standing: { moduleKey: string; mark: number | null }) => [
        standing.moduleKey,
        standing.mark,
      ]),
    );
    const chosen = modules.filter((module: { code: string }) => kind === 'grade' || module.code === subject);
    return {
      kind,
      subject: kind === 'module' ? (subject ?? '') : null,
      recipient: {
        key: recipientKey,
        name: `${user.firstName ?? ''} ${user.lastName ?? ''}`.trim() || user.username,
        email: user.email,
        language,
        fileStem: user.username,
      },
      achievements: chosen
        .map((module: any) => ({
          code: module.code,
          name: module.name,
          mark: markOf.get(module.documentId) ?? null,
          maximumMark: Number(module.markMax),
          passMark: Number(module.passMark),
        }))
        .sort((a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code)),
      offered: kind === 'grade' || chosen.every((module: any) => module.certificates !== 'off'),
    };
  },

  /** A mark was saved: the module certificate follows by itself where the module says so (C2). */
  async affected(_uid: string, documentId: string): Promise<Request[]> {
    const grade = await strapi.db.query('api::grade.grade').findOne({ where: { documentId } });
    if (grade?.mark == null) return [];
    const enrollment = await strapi.db
      .query('api::enrollment.enrollment')
      .findOne({ where: { documentId: grade.enrollmentKey } });
    const module =
      enrollment &&
      (await strapi.db.query('api::module.module').findOne({
        where: {
          documentId: enrollment.moduleKey,
          certificates: 'automatic',
          publishedAt: { $notNull: true },
        },
      }));
    return module ? [{ kind: 'module', recipientKey: enrollment.studentKey, subject: module.code }] : [];
  },
});
