import type { Core } from '@strapi/types';
import type { Locale } from '../../../../shared/contracts/locale';
import type {
  PreviewLessonResponse,
  PreviewModuleResponse,
  PreviewStatus,
} from '../../../../shared/contracts/preview';
import { pickLocale } from '../../../locale/pick-locale';
import { toPicture } from '../../../media/picture';
import { describeLesson } from '../../lesson/describe-lesson';
import { loadSections } from '../../lesson/load-sections';
import type { LessonRow } from '../../module/services/catalog';
import { mayRead } from '../may-read';
import { notOpen, type Preview } from './preview';

const MODULE = 'api::module.module';
const LESSON = 'api::lesson.lesson';

/** Every document has a draft; what is published has a second row. */
const inVersion = (version: PreviewStatus) => ({
  publishedAt: version === 'draft' ? { $null: true } : { $notNull: true },
});

/** What a preview shows. Whether its owner may still read it is asked for each row that is shown. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async moduleRow(moduleKey: string, version: PreviewStatus, locale: Locale): Promise<any> {
    const rows = await strapi.db
      .query(MODULE)
      .findMany({ where: { documentId: moduleKey, ...inVersion(version) }, populate: { cover: true } });
    return pickLocale(rows as any[], locale)[0] ?? null;
  },

  /** The lessons of a module, in order, in this version: also those that nobody can read on the site yet. */
  async lessonRows(moduleKey: string, version: PreviewStatus, locale: Locale): Promise<LessonRow[]> {
    const rows = await strapi.db.query(LESSON).findMany({ where: { moduleKey, ...inVersion(version) } });
    return pickLocale(rows as unknown as LessonRow[], locale).sort(
      (a, b) => a.position - b.position || a.slug.localeCompare(b.slug),
    );
  },

  /** @throws 403 `not-open`. */
  async module(preview: Preview, locale: Locale): Promise<PreviewModuleResponse> {
    const { adminUserKey, moduleKey, version } = preview;
    const row = await this.moduleRow(moduleKey, version, locale);
    if (!row || !(await mayRead(strapi, adminUserKey, MODULE, row))) throw notOpen();
    const lessons = await this.lessonRows(moduleKey, version, locale);
    return {
      status: version,
      module: {
        code: row.code,
        name: row.name,
        summary: row.summary ?? '',
        description: row.description ?? '',
        cover: toPicture(row.cover),
        locale: row.locale,
        lessons: lessons.map(({ slug, title, minutes, locale: language }) => ({
          slug,
          title,
          minutes: minutes ?? 1,
          locale: language,
        })),
      },
    };
  },

  /** @throws 403 `not-open`, also for a lesson that there is not: nothing is told about other people's drafts. */
  async lesson(preview: Preview, slug: string, locale: Locale): Promise<PreviewLessonResponse> {
    const { adminUserKey, moduleKey, version } = preview;
    const lessons = await this.lessonRows(moduleKey, version, locale);
    const index = lessons.findIndex((lesson) => lesson.slug === slug);
    const row = lessons[index];
    if (!row || !(await mayRead(strapi, adminUserKey, LESSON, row))) throw notOpen();
    // A lesson can be published, or be begun, before its module is.
    const module =
      (await this.moduleRow(moduleKey, version, locale)) ??
      (await this.moduleRow(moduleKey, 'draft', locale));
    if (!module) throw notOpen();
    return {
      status: version,
      lesson: {
        ...describeLesson(module, lessons, index),
        sections: await loadSections(strapi, {
          documentId: row.documentId,
          locale: row.locale,
          ...inVersion(version),
        }),
        done: false,
        progress: { done: 0, total: lessons.length },
      },
    };
  },

  /** The slug of the lesson that a preview begins at. */
  async slugOf(lessonKey: string | null): Promise<string | null> {
    if (!lessonKey) return null;
    const row = await strapi.db
      .query(LESSON)
      .findOne({ where: { documentId: lessonKey, publishedAt: null } });
    return row?.slug ?? null;
  },
});
