import type { Core } from '@strapi/types';
import { classStatistics } from '../../../shared/class-statistics';
import type { Gradebook, GradebookRow } from '../../../shared/contracts/gradebook';
import { distributionOf } from '../../../shared/distribution';
import { UID } from '../constants';
import { gradesOf } from './grades';
import type { GradedModule } from './module-rows';

interface Enrollment {
  documentId: string;
  studentKey: string | null;
  standing: string | null;
  student: { firstName?: string; lastName?: string; username: string } | null;
}

/** Made once: it takes longer to make than to compare thousands of names. */
const { compare } = new Intl.Collator();

/** The students of one module with their marks and their progress (M1). */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** How many published lessons each enrollment has done; a lesson counts once, whatever languages it is in. */
  async function progress(moduleKey: string, enrollmentKeys: string[]) {
    const lessons = await strapi.db.query(UID.lesson).findMany({
      where: { module: { documentId: moduleKey }, publishedAt: { $notNull: true } },
      select: ['documentId'],
    });
    const lessonKeys = [...new Set(lessons.map((lesson) => lesson.documentId as string))];
    const done = new Map<string, number>();
    if (lessonKeys.length > 0) {
      const rows = await strapi.db.query(UID.lessonProgress).findMany({
        where: { enrollmentKey: { $in: enrollmentKeys }, lessonKey: { $in: lessonKeys } },
        select: ['enrollmentKey'],
      });
      for (const { enrollmentKey } of rows) done.set(enrollmentKey, (done.get(enrollmentKey) ?? 0) + 1);
    }
    return (enrollmentKey: string) => ({ done: done.get(enrollmentKey) ?? 0, total: lessonKeys.length });
  }

  return {
    async of({ moduleKey, code, name, scale }: GradedModule): Promise<Gradebook> {
      const enrollments = (await strapi.db.query(UID.enrollment).findMany({
        where: { moduleKey },
        select: ['documentId', 'standing', 'studentKey'],
        populate: { student: { select: ['firstName', 'lastName', 'username'] } },
      })) as Enrollment[];
      const keys = enrollments.map((enrollment) => enrollment.documentId);
      const gradeOf = await gradesOf(strapi, keys);
      const progressOf = await progress(moduleKey, keys);

      const rows: GradebookRow[] = enrollments.map(({ documentId, standing, studentKey, student }) => {
        const username = student?.username ?? '';
        const grade = gradeOf.get(documentId);
        return {
          enrollmentKey: documentId,
          studentKey: studentKey ?? '',
          studentName: [student?.firstName, student?.lastName].filter(Boolean).join(' ') || username,
          username,
          suspended: standing === 'suspended',
          mark: grade?.mark ?? null,
          feedback: grade?.feedback ?? '',
          revision: grade?.revision ?? 0,
          progress: progressOf(documentId),
        };
      });
      rows.sort((a, b) => compare(a.studentName, b.studentName) || compare(a.username, b.username));

      const marks = rows.map((row) => row.mark);
      return {
        module: { moduleKey, code, name },
        scale,
        rows,
        mean: classStatistics(marks, scale.passMark).mean,
        distribution: distributionOf(
          marks.filter((mark): mark is number => mark !== null),
          scale,
        ),
        studentPages: `${strapi.config.get('site.url')}/users/`,
      };
    },
  };
};
