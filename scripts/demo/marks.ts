import type { Core } from '@strapi/types';
import { createProgress } from '../progress.ts';
import { seeded } from './art.ts';
import type { People } from './people.ts';

const DAY = 24 * 60 * 60 * 1000;
const FEEDBACK = [
  '',
  '',
  'Careful work, well explained.',
  'Good; mind the edge cases.',
  'Right result, long way round.',
  'Excellent. Help your neighbours!',
  'Come and see me about the last exercise.',
];

/** The graduate has every mark; `almost` lacks the one that the newcomer is to set. */
const FIXED: Record<string, Record<string, number | null>> = {
  guido: { PRO: 9, HTM: 8.5, GIT: 10, DBS: 7, A11Y: 9.5 },
  maria: { HTM: 9, A11Y: 8, PRO: null },
};

/** A mark between 1 and 10, mostly from 5 to 9, in halves: the sum of three dice of chance. */
const mark = (random: () => number): number =>
  Math.min(10, Math.max(1, Math.round((3 + (random() + random() + random()) * 2.6) * 2) / 2));

/** Enrolls students, lets them read, and grades part of them. */
export async function loadMarks(
  strapi: Core.Strapi,
  people: People,
  modules: Map<string, string>,
  students: Map<string, string>,
): Promise<void> {
  const random = seeded('marks');
  const codes = [...modules.keys()].filter((code) => code !== 'BIZ');
  const wanted = people.students.flatMap(({ username }) => {
    const fixed = FIXED[username];
    if (fixed) return Object.entries(fixed).map(([code, value]) => ({ username, code, value }));
    const count = 2 + Math.floor(random() * 5);
    const chosen = [...codes].sort(() => random() - 0.5).slice(0, count);
    return chosen.map((code) => ({ username, code, value: random() < 0.65 ? mark(random) : null }));
  });
  const progress = createProgress('Enrollments and marks');
  let graded = 0;
  const lessonsOf = new Map<string, string[]>();
  for (const [index, { username, code, value }] of wanted.entries()) {
    progress.at(index, wanted.length);
    const module = modules.get(code);
    const student = students.get(username);
    if (!module || !student) continue;
    const enrolledAt = new Date(Date.now() - (20 + random() * 200) * DAY);
    const enrollment = (await strapi.documents('api::enrollment.enrollment' as never).create({
      data: { student, module, enrolledAt: enrolledAt.toISOString() } as never,
    })) as { documentId: string };

    if (!lessonsOf.has(module)) {
      const rows = await strapi.db.query('api::lesson.lesson' as never).findMany({
        where: { moduleKey: module, locale: 'en', publishedAt: { $notNull: true } },
        orderBy: { position: 'asc' },
      });
      lessonsOf.set(
        module,
        rows.map((row) => row.documentId),
      );
    }
    const lessons = lessonsOf.get(module) ?? [];
    const read = value === null ? Math.floor(random() * lessons.length) : lessons.length;
    for (const [position, lesson] of lessons.slice(0, read).entries()) {
      const enrollmentKey = enrollment.documentId;
      await strapi.documents('api::lesson-progress.lesson-progress' as never).create({
        data: {
          enrollment: enrollmentKey,
          lesson,
          enrollmentKey,
          lessonKey: lesson,
          pairKey: `${enrollmentKey}:${lesson}`,
          completedAt: new Date(enrolledAt.getTime() + (position + 1) * 3 * DAY).toISOString(),
        } as never,
      });
    }
    if (value !== null) {
      graded++;
      await strapi.documents('api::grade.grade' as never).create({
        data: {
          enrollment: enrollment.documentId,
          mark: value,
          feedback: FEEDBACK[Math.floor(random() * FEEDBACK.length)],
        } as never,
      });
    }
  }
  progress.done(`${wanted.length} enrollments, ${graded} of them graded`);
}
