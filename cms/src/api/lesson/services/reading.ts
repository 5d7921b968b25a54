import type { Core } from '@strapi/types';
import type { LessonResponse } from '../../../../shared/contracts/lesson';
import type { Locale } from '../../../../shared/contracts/locale';
import type { Progress } from '../../../../shared/contracts/module';
import { refuse } from '../../../http/refuse';
import type { Standing } from '../../enrollment/services/standing';
import type { LessonRow } from '../../module/services/catalog';
import { toSections } from '../sections';

const POPULATE = {
  sections: {
    on: {
      'lesson.text': true,
      'lesson.code': true,
      'lesson.callout': true,
      'lesson.image': { populate: { picture: true } },
      'lesson.video': { populate: { file: true } },
      'lesson.attachments': { populate: { files: true } },
      'lesson.quiz': { populate: { questions: { populate: { options: true } } } },
    },
  },
};

interface Place {
  module: any;
  lessons: LessonRow[];
  index: number;
  standing: Standing;
}

/** Reading lessons. The question "may this student?" is asked here, for each lesson, whoever calls (L1). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws 404 for a lesson nobody can read, 403 `not-enrolled` for one this student cannot. */
  async place(studentKey: string, code: string, slug: string, locale: Locale): Promise<Place> {
    const catalog = strapi.service('api::module.catalog');
    const module = await catalog.row(code, locale);
    const lessons: LessonRow[] = await catalog.lessons([module.documentId], locale);
    const index = lessons.findIndex((lesson) => lesson.slug === slug);
    if (index < 0) throw refuse(404, 'unknown-lesson', `There is no published lesson ${slug} in ${code}`);
    const standing = await strapi.service('api::enrollment.standing').of(studentKey, module.documentId);
    if (!standing) throw refuse(403, 'not-enrolled', `Enrol in ${code} to read its lessons`);
    return { module, lessons, index, standing };
  },

  async read(studentKey: string, code: string, slug: string, locale: Locale): Promise<LessonResponse> {
    const { module, lessons, index, standing } = await this.place(studentKey, code, slug, locale);
    const heading = lessons[index] as LessonRow;
    const row = await strapi.db.query('api::lesson.lesson').findOne({
      where: { documentId: heading.documentId, locale: heading.locale, publishedAt: { $notNull: true } },
      populate: POPULATE as never,
    });
    const neighbour = (lesson: LessonRow | undefined) =>
      lesson ? { slug: lesson.slug, title: lesson.title } : null;
    return {
      module: { code: module.code, name: module.name },
      slug,
      title: heading.title,
      minutes: heading.minutes,
      sections: toSections(row.sections ?? []),
      locale: heading.locale,
      done: standing.done.has(heading.documentId),
      progress: progressOf(lessons, standing.done),
      previous: neighbour(lessons[index - 1]),
      next: neighbour(lessons[index + 1]),
    };
  },

  /** Marks a lesson done, or not done; the same request twice changes nothing (L2). */
  async setDone(studentKey: string, code: string, slug: string, done: boolean): Promise<Progress> {
    const { lessons, index, standing } = await this.place(studentKey, code, slug, 'en');
    const { documentId: lessonKey } = lessons[index] as LessonRow;
    const { enrollmentKey } = standing;
    const pairKey = `${enrollmentKey}:${lessonKey}`;
    if (done) {
      await strapi.db.transaction(async ({ trx }) => {
        await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [pairKey]);
        if (await strapi.db.query('api::lesson-progress.lesson-progress').count({ where: { pairKey } }))
          return;
        await strapi.documents('api::lesson-progress.lesson-progress').create({
          data: {
            enrollment: enrollmentKey,
            lesson: lessonKey,
            enrollmentKey,
            lessonKey,
            pairKey,
            completedAt: new Date().toISOString(),
          } as never,
        });
      });
      standing.done.add(lessonKey);
    } else {
      await strapi.db.query('api::lesson-progress.lesson-progress').deleteMany({ where: { pairKey } });
      standing.done.delete(lessonKey);
    }
    return progressOf(lessons, standing.done);
  },
});

const progressOf = (lessons: LessonRow[], done: Set<string>): Progress => ({
  done: lessons.filter((lesson) => done.has(lesson.documentId)).length,
  total: lessons.length,
});
