import type { Core } from '@strapi/types';
import type { Locale } from '../../../../shared/contracts/locale';
import type { LessonHeading, ModuleCard, ModuleResponse } from '../../../../shared/contracts/module';
import { cardFacts, cardHash } from '../../../cards/card-hash';
import { refuse } from '../../../http/refuse';
import { pickLocale } from '../../../locale/pick-locale';
import { toPicture } from '../../../media/picture';
import { goOnOf } from '../../enrollment/go-on';
import { isOpen } from '../enrollment-window';

const UID = 'api::module.module';
const PUBLISHED = { publishedAt: { $notNull: true } };

export interface LessonRow {
  documentId: string;
  locale: Locale;
  moduleKey: string;
  slug: string;
  title: string;
  position: number;
  minutes: number;
}

/** What is published, in the reader's language. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Published modules as rows, in the given language. `where` narrows them. */
  async rows(locale: Locale, where: Record<string, unknown> = {}): Promise<any[]> {
    const rows = await strapi.db.query(UID).findMany({
      where: { ...where, ...PUBLISHED },
      populate: { cover: true, teacher: { populate: { avatar: true } } },
    });
    return pickLocale(rows as any[], locale).sort((a, b) => a.name.localeCompare(b.name, locale));
  },

  /** The published module with this code. @throws 404 for an unknown, draft or unpublished one (S5). */
  async row(code: string, locale: Locale): Promise<any> {
    const [row] = await this.rows(locale, { code });
    if (!row) throw refuse(404, 'unknown-module', `There is no published module ${code}`);
    return row;
  },

  /** Published lessons of these modules, in order, without their sections. */
  async lessons(moduleKeys: string[], locale: Locale): Promise<LessonRow[]> {
    if (moduleKeys.length === 0) return [];
    const rows = await strapi.db.query('api::lesson.lesson').findMany({
      where: { moduleKey: { $in: moduleKeys }, ...PUBLISHED },
      select: ['documentId', 'locale', 'moduleKey', 'slug', 'title', 'position', 'minutes'],
    });
    return pickLocale(rows as LessonRow[], locale).sort(
      (a, b) => a.position - b.position || a.slug.localeCompare(b.slug),
    );
  },

  async cards(locale: Locale, where: Record<string, unknown> = {}): Promise<ModuleCard[]> {
    const rows = await this.rows(locale, where);
    const lessons = await this.lessons(
      rows.map((row) => row.documentId),
      locale,
    );
    return rows.map((row) => {
      const own = lessons.filter((lesson) => lesson.moduleKey === row.documentId);
      return {
        code: row.code,
        name: row.name,
        summary: row.summary ?? '',
        cover: toPicture(row.cover),
        teacher: row.teacher ? { slug: row.teacher.slug, displayName: row.teacher.displayName } : null,
        lessonCount: own.length,
        minutes: own.reduce((sum, lesson) => sum + lesson.minutes, 0),
        open: isOpen(row, new Date()),
        locale: row.locale,
      };
    });
  },

  /** A module page: what everybody sees, and for an enrolled student their own progress and mark (S4). */
  async page(code: string, locale: Locale, studentKey: string | null): Promise<ModuleResponse> {
    const row = await this.row(code, locale);
    const lessons = await this.lessons([row.documentId], locale);
    const standing = studentKey
      ? await strapi.service('api::enrollment.standing').of(studentKey, row.documentId)
      : null;
    const headings: LessonHeading[] = lessons.map(({ documentId, slug, title, minutes }) => ({
      slug,
      title,
      minutes,
      done: standing?.done.has(documentId) ?? false,
    }));
    return {
      code: row.code,
      name: row.name,
      summary: row.summary ?? '',
      description: row.description ?? '',
      cover: toPicture(row.cover),
      card: cardHash(cardFacts(row)),
      teacher: row.teacher
        ? {
            slug: row.teacher.slug,
            displayName: row.teacher.displayName,
            avatar: toPicture(row.teacher.avatar),
          }
        : null,
      lessons: headings,
      open: isOpen(row, new Date()),
      locale: row.locale,
      enrollment: standing && {
        progress: { done: headings.filter((lesson) => lesson.done).length, total: headings.length },
        mark: standing.mark,
        maximumMark: Number(row.markMax),
        passMark: Number(row.passMark),
        feedback: standing.feedback,
        goOn: goOnOf(lessons, standing),
      },
    };
  },
});
