import type { Core } from '@strapi/types';
import type { Locale } from '../../../../shared/contracts/locale';
import type {
  FoundLesson,
  FoundModule,
  MarkedText,
  SearchResponse,
} from '../../../../shared/contracts/search';
import { asked, type Asked } from '../asked';
import { ALIKE, FOUND, page } from '../entries-sql';
import { markedText } from '../marked-text';

const MODULES_SHOWN = 5;
const LESSONS_PER_PAGE = 20;
const ALIKE_SHOWN = 5;
/** Of a query and a part of a title, 0 to 1: two letters of ten are wrong. */
const ALIKE_ENOUGH = 0.45;

interface Found {
  rows: any[];
  total: number;
}

const moduleOf = (row: any): FoundModule => {
  const name = markedText(row.title_marked, row.title);
  const summary = markedText(row.summary_marked, row.summary);
  const isSeen = [...name, ...summary].some(({ found }) => found);
  const snippets = isSeen ? [] : snippetsOf(row).slice(0, 1);
  return { code: row.address, name, summary, snippets, locale: row.text_locale };
};

const lessonOf = (row: any): FoundLesson => ({
  module: { code: row.code, name: row.module_name },
  slug: row.address,
  title: markedText(row.title_marked, row.title),
  snippets: snippetsOf(row),
  readable: row.readable,
  locale: row.text_locale,
});

const snippetsOf = (row: any): MarkedText[] =>
  JSON.parse(row.snippets ?? '[]').map(([marked, original]: [string, string]) =>
    markedText(marked, original),
  );

/** Finding modules and lessons by words, each reader what they may see (L1). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(
    { q, locale, page: wanted }: { q: unknown; locale: Locale; page: number },
    studentKey: string | null,
  ): Promise<SearchResponse> {
    const nothing = { modules: [], lessons: [] };
    const question = await asked(strapi, q);
    if (!question) {
      return { ...nothing, words: [], moduleCount: 0, lessonCount: 0, page: 1, pages: 0, alike: nothing };
    }
    const keys = studentKey ? await this.ownModules(studentKey) : [];
    const bindings = { ...bindingsOf(question), locale, keys };
    const modules = await this.rows(FOUND, { ...bindings, kind: 'module', limit: MODULES_SHOWN, offset: 0 });
    const lessonsOn = (number: number) =>
      this.rows(FOUND, {
        ...bindings,
        kind: 'lesson',
        limit: LESSONS_PER_PAGE,
        offset: (number - 1) * LESSONS_PER_PAGE,
      });
    let shown = wanted;
    let lessons = await lessonsOn(shown);
    // A page behind the last one is the first one.
    if (lessons.rows.length === 0 && shown > 1) lessons = await lessonsOn((shown = 1));
    const isEmpty = modules.total + lessons.total === 0;
    return {
      words: question.words,
      modules: shown === 1 ? modules.rows.map(moduleOf) : [],
      moduleCount: modules.total,
      lessons: lessons.rows.map(lessonOf),
      lessonCount: lessons.total,
      page: shown,
      pages: Math.ceil(lessons.total / LESSONS_PER_PAGE),
      alike: isEmpty ? await this.alike(question, bindings) : nothing,
    };
  },

  /** The modules whose lessons a student may read. */
  async ownModules(studentKey: string): Promise<string[]> {
    const rows = await strapi.db
      .query('api::enrollment.enrollment')
      .findMany({ where: { studentKey }, select: ['moduleKey', 'standing'] });
    return rows.filter(({ standing }) => standing !== 'suspended').map(({ moduleKey }) => moduleKey);
  },

  /** Titles spelt like what was not found; nothing where the database cannot compare spellings. */
  async alike(
    { words }: Asked,
    bindings: Record<string, unknown>,
  ): Promise<{ modules: FoundModule[]; lessons: FoundLesson[] }> {
    const { rows } = await strapi.db.connection.raw("select from pg_extension where extname = 'pg_trgm'");
    if (rows.length === 0) return { modules: [], lessons: [] };
    const q = words.join(' ');
    return strapi.db.transaction(async ({ trx }) => {
      await trx.raw(`set local pg_trgm.word_similarity_threshold = ${ALIKE_ENOUGH}`);
      const of = async (kind: string): Promise<any[]> => {
        const sql = page(ALIKE, 'word_similarity(:q, lumino_search.fold(seen.title)) desc');
        return (await trx.raw(sql, { ...bindings, q, kind, limit: ALIKE_SHOWN, offset: 0 } as never)).rows;
      };
      return { modules: (await of('module')).map(moduleOf), lessons: (await of('lesson')).map(lessonOf) };
    }) as never;
  },

  async rows(found: string, bindings: Record<string, unknown>): Promise<Found> {
    const { rows } = await strapi.db.connection.raw(page(found), bindings as never);
    return { rows, total: rows[0]?.total ?? 0 };
  },
});

/** Marked is every word, also where not all of them stand in one place. */
const bindingsOf = ({ words, queries }: Asked) => ({
  ...queries,
  anyEn: queries.en.replaceAll(' & ', ' | '),
  anyEs: queries.es.replaceAll(' & ', ' | '),
  prefix: words.at(-1),
});
