import type { Core } from '@strapi/types';

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

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Every module a student is in, oldest enrollment first. */
  async all(studentKey: string, moduleKey?: string): Promise<Standing[]> {
    const enrollments = await strapi.db.query('api::enrollment.enrollment').findMany({
      where: { studentKey, ...(moduleKey ? { moduleKey } : {}) },
      orderBy: { enrolledAt: 'asc' },
    });
    const keys = enrollments.map((enrollment) => enrollment.documentId);
    if (keys.length === 0) return [];
    const [grades, done] = await Promise.all([
      strapi.db.query('api::grade.grade').findMany({ where: { enrollmentKey: { $in: keys } } }),
      strapi.db
        .query('api::lesson-progress.lesson-progress')
        .findMany({ where: { enrollmentKey: { $in: keys } } }),
    ]);
    const gradeOf = new Map(grades.map((grade) => [grade.enrollmentKey, grade]));
    return enrollments.map((enrollment) => {
      const grade = gradeOf.get(enrollment.documentId);
      return {
        enrollmentKey: enrollment.documentId,
        moduleKey: enrollment.moduleKey,
        suspended: enrollment.standing === 'suspended',
        mark: grade?.mark == null ? null : Number(grade.mark),
        feedback: grade?.feedback || null,
        done: new Set(
          done.filter((row) => row.enrollmentKey === enrollment.documentId).map((row) => row.lessonKey),
        ),
        lessonKey: enrollment.lessonKey ?? null,
        readAt: enrollment.readAt ? new Date(enrollment.readAt).toISOString() : null,
      };
    });
  },

  /** @returns null when the student is not enrolled, or suspended. */
  async of(studentKey: string, moduleKey: string): Promise<Standing | null> {
    const [standing] = await this.all(studentKey, moduleKey);
    return standing && !standing.suspended ? standing : null;
  },
});
