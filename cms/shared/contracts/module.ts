import type { Locale } from './locale';

export interface Picture {
  /** Path on the cms, `/uploads/…`, or an absolute address when media are on S3. */
  url: string;
  width: number;
  height: number;
  alt: string;
  /** Smaller renditions, narrowest first. */
  renditions: { url: string; width: number; height: number }[];
}

export interface ModuleCard {
  code: string;
  name: string;
  summary: string;
  cover: Picture | null;
  teacher: { slug: string; displayName: string } | null;
  lessonCount: number;
  /** Sum of the lessons' estimated minutes. */
  minutes: number;
  /** Whether a student may enrol today. */
  open: boolean;
  /** The language the texts are in: the one asked for, or the default where there is no translation. */
  locale: Locale;
}

/** GET /api/catalog?locale=en → 200 `{ modules: ModuleCard[] }`, published modules only, by name. */
export interface CatalogResponse {
  modules: ModuleCard[];
}

export interface Progress {
  done: number;
  total: number;
}

/** One module of the signed-in student. */
export interface MyModule {
  code: string;
  name: string;
  summary: string;
  cover: Picture | null;
  progress: Progress;
  /** null: not graded yet. */
  mark: number | null;
  maximumMark: number;
  passMark: number;
  /** null when all lessons are done. */
  goOn: GoOn | null;
  /** When a lesson of it was opened last (ISO 8601); null before the first. */
  readAt: string | null;
  /** The slug of the first lesson; null where there is none. */
  firstLesson: string | null;
}

/** The lesson a student goes on with: the one opened last, or once that is done the next one that is not. */
export interface GoOn {
  slug: string;
  title: string;
  /** Of the title. */
  locale: Locale;
  /** Whether it is where they left off; otherwise it is merely the first that is not done. */
  leftOff: boolean;
  /** Whether it is the module's first lesson. */
  isFirst: boolean;
}

/** GET /api/me/modules?locale=en → 200, 401. */
export interface MyModulesResponse {
  modules: MyModule[];
  gradeCertificate: GradeCertificateOffer;
}

/** Whether the grade certificate can be asked for, and if not, why: what the school's rules say (S3, C2). */
export type GradeCertificateOffer =
  | { eligible: true }
  | {
      eligible: false;
      /** `no-enrollment`, `marks-missing`, or what another rule says. */
      reason: string;
      /** What the rule that says no is called; null where it is none that can be named. */
      rule: Record<Locale, string> | null;
      /** The modules it is about, some with what is done of them: `PRO 3/5`. */
      missing: string[];
    };

export interface LessonHeading {
  slug: string;
  title: string;
  minutes: number;
  /** Only for an enrolled student; otherwise false. */
  done: boolean;
}

/** GET /api/catalog/:code?locale=en → 200; 404 for an unknown, draft or unpublished module (S5). */
export interface ModuleResponse {
  code: string;
  name: string;
  summary: string;
  /** Markdown. */
  description: string;
  cover: Picture | null;
  /** Names the content of its social card, `GET /api/catalog/:code/card?locale=` (PNG, 1200 × 630, with this as ETag). */
  card: string;
  teacher: { slug: string; displayName: string; avatar: Picture | null } | null;
  lessons: LessonHeading[];
  open: boolean;
  locale: Locale;
  /** null for a visitor and for a student who is not enrolled. */
  enrollment: {
    progress: Progress;
    mark: number | null;
    maximumMark: number;
    passMark: number;
    feedback: string | null;
    goOn: GoOn | null;
  } | null;
}
