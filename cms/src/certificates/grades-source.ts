import type { Core } from '@strapi/types';
import { runSql } from '../database/run-sql';
import { gradeFacts, type Kind } from './grade-facts';

interface Request {
  kind: Kind;
  recipientKey: string;
  subject?: string;
}

/** Stands in every certificate of a grade. */
export const GRADES = 'grades';

/** Turns Lumino's grades into the plain facts the certificates plugin works with. The plugin knows none of these types. */
export const gradesSource = (strapi: Core.Strapi) => ({
  key: GRADES,
  watch: [{ uid: 'api::grade.grade', actions: ['create', 'update'] as ('create' | 'update')[] }],

  recipientKeyOf: (user: { documentId: string }): string => user.documentId,

  async facts({ kind, recipientKey, subject }: Request) {
    return (await gradeFacts(strapi, kind, subject ?? null, [recipientKey])).get(recipientKey) ?? null;
  },

  administration: {
    /** The grade certificate, then every published module by its code. */
    async subjects(language: string) {
      const rows: { code: string; name: string }[] = await strapi
        .service('api::module.catalog')
        .rows(language === 'es' ? 'es' : 'en');
      const modules = rows
        .map(({ code, name }) => ({ kind: 'module' as const, subject: code, name }))
        .sort((a, b) => a.subject.localeCompare(b.subject, 'en', { numeric: true }));
      return [{ kind: 'grade' as const, subject: null, name: '' }, ...modules];
    },

    /** Whoever is enrolled: in the module, or in any. */
    async candidates(kind: Kind, subject: string | null): Promise<string[]> {
      const { tableName } = strapi.db.metadata.get('api::enrollment.enrollment');
      const query = strapi.db.connection(tableName).distinct('student_key').whereNotNull('student_key');
      if (kind === 'module') {
        const module = await strapi.db
          .query('api::module.module')
          .findOne({ where: { code: subject ?? '' }, select: ['documentId'] });
        query.where('module_key', module?.documentId ?? '');
      }
      return (await query).map((row: { student_key: string }) => row.student_key);
    },

    factsOfMany: (kind: Kind, subject: string | null, keys: string[]) =>
      gradeFacts(strapi, kind, subject, keys),
  },

  /** A mark was saved: the module certificate follows by itself where the module says so (C2). */
  affected: (_uid: string, documentId: string): Promise<Request[]> => markedForItself(strapi, [documentId]),
  affectedByMany: (_uid: string, documentIds: string[]): Promise<Request[]> =>
    markedForItself(strapi, documentIds),
});

async function markedForItself(strapi: Core.Strapi, gradeKeys: string[]): Promise<Request[]> {
  const rows = await runSql<{ recipient: string; subject: string }>(
    strapi,
    `select distinct enrollments.student_key as recipient, modules.code as subject from grades
     join enrollments on enrollments.document_id = grades.enrollment_key
     join modules on modules.document_id = enrollments.module_key
     where grades.document_id = any(?) and grades.mark is not null
       and modules.certificates = 'automatic' and modules.published_at is not null`,
    [gradeKeys],
  );
  return rows.map(({ recipient, subject }) => ({ kind: 'module', recipientKey: recipient, subject }));
}
