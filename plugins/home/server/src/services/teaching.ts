import type { Core } from '@strapi/types';
import type { Teaching } from '../../../shared/contracts/home';

interface GradedModule {
  moduleKey: string;
  code: string;
  name: string;
  students: number;
  graded: number;
}
export interface AdminUser {
  id: number;
}

const MOST = 5;

/** What waits for a teacher, and what their students do: of the modules that the gradebook lets them grade (M6). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async of(user: AdminUser, locale: string): Promise<Teaching> {
    const graded: GradedModule[] = await strapi.plugin('gradebook').service('modules').of(user, locale);
    const modules = graded
      .map(({ moduleKey, code, name, students, graded: marks }) => ({
        ...{ moduleKey, code, name, students },
        waiting: students - marks,
      }))
      .filter(({ waiting }) => waiting > 0)
      .sort((a, b) => b.waiting - a.waiting || a.code.localeCompare(b.code));
    return {
      waiting: modules.reduce((sum, { waiting }) => sum + waiting, 0),
      modules: modules.slice(0, MOST),
      activity: await lastFinished(strapi, graded, locale),
    };
  },
});

async function lastFinished(
  strapi: Core.Strapi,
  modules: GradedModule[],
  locale: string,
): Promise<Teaching['activity']> {
  const { connection } = strapi.db;
  const rows: {
    first_name: string;
    last_name: string;
    username: string;
    module_key: string;
    lesson_key: string;
    at: Date;
  }[] = await connection('lesson_progress as progress')
    .join('enrollments as enrollment', 'enrollment.document_id', 'progress.enrollment_key')
    .join('up_users as student', 'student.document_id', 'enrollment.student_key')
    .whereIn(
      'enrollment.module_key',
      modules.map(({ moduleKey }) => moduleKey),
    )
    .whereNotNull('progress.completed_at')
    .orderBy('progress.completed_at', 'desc')
    .limit(MOST)
    .select('student.first_name', 'student.last_name', 'student.username', 'enrollment.module_key')
    .select('progress.lesson_key', 'progress.completed_at as at');
  const lessons: { document_id: string; locale: string; title: string }[] = await connection('lessons')
    .whereIn(
      'document_id',
      rows.map((row) => row.lesson_key),
    )
    .select('document_id', 'locale', 'title');
  const titleOf = (key: string): string => {
    const texts = lessons.filter((lesson) => lesson.document_id === key);
    return (texts.find((lesson) => lesson.locale === locale) ?? texts[0])?.title ?? '';
  };
  const codes = new Map(modules.map(({ moduleKey, code }) => [moduleKey, code]));
  return rows.map((row) => ({
    student: [row.first_name, row.last_name].filter(Boolean).join(' ') || row.username,
    code: codes.get(row.module_key) ?? '',
    lesson: titleOf(row.lesson_key),
    at: new Date(row.at).toISOString(),
  }));
}
