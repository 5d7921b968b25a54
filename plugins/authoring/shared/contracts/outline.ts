/**
 * Modules and their lessons, as the admin's pages show them. Every endpoint stands below `/authoring`, wants an admin session
 * and the action of `AUTHOR_ACTION`, and asks for each module and lesson whether the user's roles let them.
 */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** `modified`: published, and written on since. */
export type TextState = 'draft' | 'modified' | 'published';

/** Null where there is no text in that language. */
export type InLanguages<Value> = Record<Locale, Value | null>;

export interface ModuleSummary {
  moduleKey: string;
  code: string;
  /** In the language asked for, where there is a text. */
  name: string;
  lessons: number;
  languages: InLanguages<TextState>;
}

export interface OutlineLesson {
  lessonKey: string;
  slug: string;
  /** Whole minutes, at least one. */
  minutes: number | null;
  texts: InLanguages<{ title: string; state: TextState }>;
}

export interface Outline extends Omit<ModuleSummary, 'lessons'> {
  /** In their order. */
  lessons: OutlineLesson[];
  may: { reorder: boolean; addLesson: boolean; duplicate: boolean };
}

/** `GET /authoring/modules?locale=es` */
export interface ModulesResponse {
  data: { modules: ModuleSummary[]; may: { create: boolean } };
}

/** `GET /authoring/modules/:moduleKey?locale=es` */
export interface OutlineResponse {
  data: Outline;
}

/**
 * `PUT /authoring/modules/:moduleKey/order`: every lesson of the module once. 409 when the lessons are others by now.
 * The new order is there for readers at once.
 */
export interface OrderRequest {
  lessonKeys: string[];
}

export const TEMPLATES = ['guided', 'practice', 'empty'] as const;
export type Template = (typeof TEMPLATES)[number];

/** `POST /authoring/modules/:moduleKey/lessons`: a draft, behind the others. */
export interface NewLessonRequest {
  title: string;
  locale: Locale;
  template: Template;
}
export interface NewLessonResponse {
  data: { lessonKey: string; locale: Locale };
}

/** `POST /authoring/modules/:moduleKey/duplicate`: the module with its lessons in both languages, all as drafts. */
export interface DuplicateRequest {
  code: string;
}
export interface DuplicateResponse {
  data: { moduleKey: string };
}
