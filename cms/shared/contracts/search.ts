import type { Locale } from './locale';
import type { ModuleCard } from './module';

/** A text in pieces, some of which were looked for: whoever shows it escapes each, and marks those. */
export type MarkedText = { text: string; found: boolean }[];

export interface FoundModule {
  code: string;
  name: MarkedText;
  summary: MarkedText;
  /** The place of the description that has what was looked for; none where the name or the summary has it. */
  snippets: MarkedText[];
  /** The language of the texts. */
  locale: Locale;
}

export interface FoundLesson {
  module: { code: string; name: string };
  slug: string;
  title: MarkedText;
  /** Places of the lesson's text, only for a student who is enrolled in its module. */
  snippets: MarkedText[];
  /** Whether this reader can read the lesson. */
  readable: boolean;
  locale: Locale;
}

/**
 * POST /api/search → 200, for everybody. A POST, since what people look for is nobody's business and addresses stand in
 * logs. A session adds the texts of the lessons of the student's own modules. Never 4xx for what is looked for: what
 * cannot be found is not found.
 */
export interface SearchRequest {
  /** Only the first 200 characters and eight words count. */
  q: string;
  locale: Locale;
  /** From 1 on; of lessons. Modules stand on the first page alone. */
  page?: number;
}

export interface SearchResponse {
  /** The words that were looked for; none where there was nothing to look for. */
  words: string[];
  /** The five best. */
  modules: FoundModule[];
  moduleCount: number;
  lessons: FoundLesson[];
  lessonCount: number;
  page: number;
  pages: number;
  /** Where nothing was found: titles that are spelt alike. */
  alike: { modules: FoundModule[]; lessons: FoundLesson[] };
}

/** In minutes: up to an hour, up to three, more. */
export const MODULE_LENGTHS = ['short', 'medium', 'long'] as const;
export type ModuleLength = (typeof MODULE_LENGTHS)[number];

export const MODULE_ORDERS = ['name', 'newest', 'shortest'] as const;
export type ModuleOrder = (typeof MODULE_ORDERS)[number];

/** POST /api/search/modules → 200, for everybody; unknown values of filters are as if they were not given. */
export interface ModuleSearchRequest {
  locale: Locale;
  q?: string;
  /** A teacher's slug. */
  teacher?: string;
  /** Only those a student may enrol in today. */
  open?: boolean;
  length?: ModuleLength;
  /** Only those that have a text in this language. */
  language?: Locale;
  /** By relevance where it is not given and words are; otherwise by name. */
  order?: ModuleOrder;
  /** From 1 on. */
  page?: number;
}

export interface ModuleSearchResponse {
  modules: ModuleCard[];
  total: number;
  page: number;
  pages: number;
  /** Everybody who teaches a published module, by name. */
  teachers: { slug: string; displayName: string }[];
}

/** GET /api/public-pages → 200: every page of content that search engines may know, for the sitemap. */
export interface PublicPagesResponse {
  /** `changedAt` in ISO 8601: the last publishing of the module or of one of its lessons. */
  modules: { code: string; changedAt: string }[];
  teachers: { slug: string; changedAt: string }[];
}
