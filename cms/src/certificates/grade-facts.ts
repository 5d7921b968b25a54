import type { Core } from '@strapi/types';
import { lessonCounts } from './lesson-counts';

export type Kind = 'grade' | 'module';

/** Texts and limits of a module in one language, as a certificate needs them. */
interface ModuleFacts {
  documentId: string;
  code: string;
  name: string;
  markMax: number | string;
  passMark: number | string;
  certificates: string;
}

/**
 * The facts of many students at once, by their documentId, in a handful of statements however many they are. Unknown
 * students are left out.
 */
export async function gradeFacts(
  strapi: Core.Strapi,
  kind: Kind,
  subject: string | null,
  studentKeys: string[],
) {
  const users = await strapi.db.query('plugin::users-permissions.user').findMany({
    where: { documentId: { $in: studentKeys } },
    select: ['documentId', 'username', 'firstName', 'lastName', 'email', 'language'],
  });
  const [marksOf, lessonsOf] = await Promise.all([
    marks(strapi, studentKeys),
    lessonCounts(strapi, studentKeys),
  ]);
  const languages = [...new Set(users.map((user) => (user.language ?? 'en') as string))];
  const modulesIn = new Map<string, ModuleFacts[]>();
  for (const language of languages) {
    const where = kind === 'module' ? { code: subject ?? '' } : {};
    modulesIn.set(language, await strapi.service('api::module.catalog').rows(language, where));
  }

  return new Map(
    users.map((user) => {
      const language = user.language ?? 'en';
      const own = marksOf.get(user.documentId) ?? new Map<string, Graded>();
      const chosen = (modulesIn.get(language) ?? []).filter((module) => own.has(module.documentId));
      const facts = {
        kind,
        subject: kind === 'module' ? (subject ?? '') : null,
        subjectKey: kind === 'module' ? chosen[0]?.documentId : undefined,
        recipient: {
          key: user.documentId as string,
          name: `${user.firstName ?? ''} ${user.lastName ?? ''}`.trim() || user.username,
          email: user.email as string,
          language,
          fileStem: user.username as string,
        },
        achievements: chosen
          .map((module) => ({
            code: module.code,
            name: module.name,
            mark: own.get(module.documentId)?.mark ?? null,
            maximumMark: Number(module.markMax),
            passMark: Number(module.passMark),
            lessons: lessonsOf(user.documentId, module.documentId),
            evidence: { feedback: own.get(module.documentId)?.feedback ?? false },
          }))
          .sort((a, b) => a.code.localeCompare(b.code)),
        offered: kind === 'grade' || chosen.every((module) => module.certificates !== 'off'),
      };
      return [facts.recipient.key, facts] as const;
    }),
  );
}

interface Graded {
  /** Null where there is none yet. */
  mark: number | null;
  /** Whether the teacher wrote something to it. */
  feedback: boolean;
}

/** What each student got in each of their modules, by their documentIds. */
async function marks(strapi: Core.Strapi, studentKeys: string[]): Promise<Map<string, Map<string, Graded>>> {
  const table = (uid: string): string => strapi.db.metadata.get(uid).tableName;
  const rows: { student_key: string; module_key: string; mark: string | null; feedback: string | null }[] =
    await strapi.db
      .connection(`${table('api::enrollment.enrollment')} as enrollment`)
      .leftJoin(`${table('api::grade.grade')} as grade`, 'grade.enrollment_key', 'enrollment.document_id')
      .whereIn('enrollment.student_key', studentKeys)
      .select('enrollment.student_key', 'enrollment.module_key', 'grade.mark', 'grade.feedback');
  const all = new Map<string, Map<string, Graded>>();
  for (const { student_key: studentKey, module_key: moduleKey, mark, feedback } of rows) {
    const own = all.get(studentKey) ?? new Map<string, Graded>();
    own.set(moduleKey, {
      mark: mark == null ? null : Number(mark),
      feedback: Boolean(feedback?.trim()),
    });
    all.set(studentKey, own);
  }
  return all;
}
