import type { Core } from '@strapi/types';

export interface LessonCount {
  done: number;
  total: number;
}

const EMPTY: LessonCount = { done: 0, total: 0 };

/**
 * How many published lessons the modules of these students have, and how many of them each has done: two statements,
 * however many they are. A lesson that was done and is published no more counts for nothing.
 * @returns asks by the documentIds of student and module
 */
export async function lessonCounts(
  strapi: Core.Strapi,
  studentKeys: string[],
): Promise<(studentKey: string, moduleKey: string) => LessonCount> {
  const table = (uid: string): string => strapi.db.metadata.get(uid).tableName;
  const knex = strapi.db.connection;
  const published = knex(table('api::lesson.lesson'))
    .whereNotNull('published_at')
    .distinct('document_id', 'module_key');
  const totals: { module_key: string; total: string }[] = await knex
    .from(published.clone().as('lesson'))
    .groupBy('module_key')
    .select('module_key')
    .count('* as total');
  const done: { student_key: string; module_key: string; done: string }[] = await knex
    .from(`${table('api::lesson-progress.lesson-progress')} as progress`)
    .join(
      `${table('api::enrollment.enrollment')} as enrollment`,
      'enrollment.document_id',
      'progress.enrollment_key',
    )
    .join(published.clone().as('lesson'), (on) =>
      on.on('lesson.document_id', 'progress.lesson_key').andOn('lesson.module_key', 'enrollment.module_key'),
    )
    .whereIn('enrollment.student_key', studentKeys)
    .groupBy('enrollment.student_key', 'enrollment.module_key')
    .select('enrollment.student_key', 'enrollment.module_key')
    .count('* as done');

  const totalOf = new Map(totals.map((row) => [row.module_key, Number(row.total)]));
  const doneOf = new Map(done.map((row) => [`${row.student_key}/${row.module_key}`, Number(row.done)]));
  return (studentKey, moduleKey) => {
    const total = totalOf.get(moduleKey) ?? 0;
    return total === 0 ? EMPTY : { total, done: doneOf.get(`${studentKey}/${moduleKey}`) ?? 0 };
  };
}
