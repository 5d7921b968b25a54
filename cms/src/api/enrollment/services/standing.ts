import type { Core } from '@strapi/types';
import { runSql } from '../../../database/run-sql';

/** Where a student stands in a module. Marks are numbers; `done` holds the documentIds of the lessons they have done. */
export interface Standing {
  enrollmentKey: string;
  moduleKey: string;
  suspended: boolean;
  mark: number | null;
  feedback: string | null;
  done: Set<string>;
  /** The lesson that was opened last, and when (ISO 8601). */
  lessonKey: string | null;
  readAt: string | null;
}

interface Row {
  enrollment_key: string;
  module_key: string;
  standing: string;
  mark: string | null;
  feedback: string | null;
  done: string[] | null;
  lesson_key: string | null;
  read_at: Date | null;
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Every module a student is in, oldest enrollment first; one statement, since every page of a reader asks it. */
  async all(studentKey: string, moduleKey?: string): Promise<Standing[]> {
    const table = (uid: string): string => strapi.db.metadata.get(uid).tableName;
    const rows = await runSql<Row>(
      strapi,
      `select enrollment.document_id as enrollment_key, enrollment.module_key, enrollment.standing,
              enrollment.lesson_key, enrollment.read_at, grade.mark, grade.feedback,
              (select array_agg(lesson_key) from ?? as progress
               where progress.enrollment_key = enrollment.document_id) as done
       from ?? as enrollment left join ?? as grade on grade.enrollment_key = enrollment.document_id
       where ${moduleKey ? 'enrollment.pair_key = ?' : 'enrollment.student_key = ?'}
       order by enrollment.enrolled_at`,
      [
        table('api::lesson-progress.lesson-progress'),
        table('api::enrollment.enrollment'),
        table('api::grade.grade'),
        moduleKey ? `${studentKey}:${moduleKey}` : studentKey,
      ],
    );
    return rows.map((row) => ({
      enrollmentKey: row.enrollment_key,
      moduleKey: row.module_key,
      suspended: row.standing === 'suspended',
      mark: row.mark === null ? null : Number(row.mark),
      feedback: row.feedback || null,
      done: new Set(row.done ?? []),
      lessonKey: row.lesson_key,
      readAt: row.read_at?.toISOString() ?? null,
    }));
  },

  /** @returns null when the student is not enrolled, or suspended. */
  async of(studentKey: string, moduleKey: string): Promise<Standing | null> {
    const [standing] = await this.all(studentKey, moduleKey);
    return standing && !standing.suspended ? standing : null;
  },
});
