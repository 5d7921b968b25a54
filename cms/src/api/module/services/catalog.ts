import type { Core } from '@strapi/types';
import { LOCALES, type Locale } from '../../../../shared/contracts/locale';
import type { LessonHeading, ModuleCard, ModuleResponse } from '../../../../shared/contracts/module';
import { cardFacts, cardHash } from '../../../cards/card-hash';
import { runSql } from '../../../database/run-sql';
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

/** A card without what depends on the time of day. */
interface KeptCard {
  card: Omit<ModuleCard, 'open'>;
  enrollmentOpensAt: string | null;
  enrollmentClosesAt: string | null;
}

/** By the documentId of the module. */
type LessonTotals = Record<string, { lessons: number; minutes: number }>;

/**
 * What is published, in the reader's language. What does not depend on the reader is kept in memory (`api::content.kept`)
 * and shared: nobody may change a row that comes from here.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Published modules as rows, in the given language. `where` narrows them, and asks the database each time. */
  async rows(locale: Locale, where: Record<string, unknown> = {}): Promise<any[]> {
    const rows = await strapi.db.query(UID).findMany({
      where: { ...where, ...PUBLISHED },
      populate: { cover: true, teacher: { populate: { avatar: true } } },
    });
    return pickLocale(rows as any[], locale).sort((a, b) => a.name.localeCompare(b.name, locale));
  },

  /** All published modules, kept. */
  all(locale: Locale): Promise<any[]> {
    return strapi.service('api::content.kept').get(`modules ${locale}`, () => this.rows(locale));
  },

  /** The published module with this code. @throws 404 for an unknown, draft or unpublished one (S5). */
  async row(code: string, locale: Locale): Promise<any> {
    const row = (await this.all(locale)).find((module) => module.code === code);
    if (!row) throw refuse(404, 'unknown-module', `There is no published module ${code}`);
    return row;
  },

  /** Published lessons of these modules, in order, without their sections. Kept for each module. */
  async lessons(moduleKeys: string[], locale: Locale): Promise<LessonRow[]> {
    const ofModules: LessonRow[][] = await Promise.all(
      moduleKeys.map((moduleKey) =>
        strapi
          .service('api::content.kept')
          .get(`lessons ${moduleKey} ${locale}`, () => this.lessonRows(moduleKey, locale)),
      ),
    );
    return ofModules.flat();
  },

  async lessonRows(moduleKey: string, locale: Locale): Promise<LessonRow[]> {
    const rows = await strapi.db.query('api::lesson.lesson').findMany({
      where: { moduleKey, ...PUBLISHED },
      select: ['documentId', 'locale', 'moduleKey', 'slug', 'title', 'position', 'minutes'],
    });
    return pickLocale(rows as LessonRow[], locale).sort(
      (a, b) => a.position - b.position || a.slug.localeCompare(b.slug),
    );
  },

  /** Cards of all published modules, kept; or of those that `where` narrows them to. */
  async cards(locale: Locale, where: Record<string, unknown> = {}): Promise<ModuleCard[]> {
    const isNarrowed = Object.keys(where).length > 0;
    const cards: KeptCard[] = isNarrowed
      ? await this.cardsOf(await this.rows(locale, where), locale)
      : await strapi
          .service('api::content.kept')
          .get(`cards ${locale}`, async () => this.cardsOf(await this.all(locale), locale));
    const now = new Date();
    return cards.map(({ card, ...window }) => ({ ...card, open: isOpen(window, now) }));
  },

  async cardsOf(rows: any[], locale: Locale): Promise<KeptCard[]> {
    const totals: LessonTotals = await strapi
      .service('api::content.kept')
      .get(`totals ${locale}`, () => this.lessonTotals(locale));
    return rows.map((row) => ({
      card: {
        code: row.code,
        name: row.name,
        summary: row.summary ?? '',
        cover: toPicture(row.cover),
        teacher: row.teacher ? { slug: row.teacher.slug, displayName: row.teacher.displayName } : null,
        lessonCount: totals[row.documentId]?.lessons ?? 0,
        minutes: totals[row.documentId]?.minutes ?? 0,
        locale: row.locale,
      },
      enrollmentOpensAt: row.enrollmentOpensAt,
      enrollmentClosesAt: row.enrollmentClosesAt,
    }));
  },

  /** Lessons and minutes of each module, added up by the database: there may be tens of thousands. */
  async lessonTotals(locale: Locale): Promise<LessonTotals> {
    const rows = await runSql<{ module_key: string; lessons: number; minutes: number }>(
      strapi,
      `select module_key, count(*)::int as lessons, sum(minutes)::int as minutes
       from (select distinct on (document_id) module_key, minutes from ??
             where published_at is not null
             order by document_id, locale = ? desc, locale = ? desc) as lesson
       group by module_key`,
      [strapi.db.metadata.get('api::lesson.lesson').tableName, locale, LOCALES[0]],
    );
    return Object.fromEntries(rows.map(({ module_key: key, ...totals }) => [key, totals]));
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
