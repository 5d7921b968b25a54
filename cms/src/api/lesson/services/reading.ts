import type { Core } from '@strapi/types';
import type { LessonResponse, Section } from '../../../../shared/contracts/lesson';
import type { Locale } from '../../../../shared/contracts/locale';
import type { Progress } from '../../../../shared/contracts/module';
import { runSql } from '../../../database/run-sql';
import { refuse } from '../../../http/refuse';
import type { Standing } from '../../enrollment/services/standing';
import type { LessonRow } from '../../module/services/catalog';
import { describeLesson, progressOf } from '../describe-lesson';
import { loadSections } from '../load-sections';

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
    return this.describe(await this.place(studentKey, code, slug, locale));
  },

  /** Reads it, and keeps that the student is here now; again at the same lesson it writes nothing. */
  async open(studentKey: string, code: string, slug: string, locale: Locale): Promise<LessonResponse> {
    const place = await this.place(studentKey, code, slug, locale);
    const { documentId: lessonKey } = place.lessons[place.index] as LessonRow;
    if (place.standing.lessonKey !== lessonKey) {
      // Not through the document service: nobody's rules are about it, and no certificate depends on it.
      await runSql(strapi, 'update ?? set lesson_key = ?, read_at = ? where document_id = ?', [
        strapi.db.metadata.get('api::enrollment.enrollment').tableName,
        ...[lessonKey, new Date(), place.standing.enrollmentKey],
      ]);
    }
    return this.describe(place);
  },

  async describe({ module, lessons, index, standing }: Place): Promise<LessonResponse> {
    const heading = lessons[index] as LessonRow;
    const sections: Section[] = await strapi
      .service('api::content.kept')
      .get(`sections ${heading.documentId} ${heading.locale}`, () =>
        loadSections(strapi, {
          documentId: heading.documentId,
          locale: heading.locale,
          publishedAt: { $notNull: true },
        }),
      );
    return {
      ...describeLesson(module, lessons, index),
      sections,
      done: standing.done.has(heading.documentId),
      progress: progressOf(lessons, standing.done),
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
