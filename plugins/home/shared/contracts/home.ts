/**
 * What the widgets of the admin's first page ask for. Every endpoint stands below `/home`, wants an admin session and the
 * action that its widget wants; the certificates' and the deliveries' widgets ask those plugins themselves.
 */
export interface Teaching {
  /** Students without a mark, in all modules that the user grades. */
  waiting: number;
  /** Those of them with the most, most first. */
  modules: {
    moduleKey: string;
    code: string;
    name: string;
    waiting: number;
    students: number;
  }[];
  /** What students of these modules have finished last, newest first. */
  activity: { student: string; code: string; lesson: string; at: string }[];
}

/** `GET /home/teaching?locale=es`, for who has `GRADE_ACTION`. */
export interface TeachingResponse {
  data: Teaching;
}

export interface Writing {
  drafts: number;
  modified: number;
  untranslated: number;
  newest: {
    type: 'module' | 'lesson';
    documentId: string;
    title: string;
    locale: 'en' | 'es';
    state: 'draft' | 'modified' | 'missing';
    updatedAt: string;
  }[];
}

/** `GET /home/writing`, for who has `AUTHOR_ACTION`: of the modules that the user may read. */
export interface WritingResponse {
  data: Writing;
}

export interface Health {
  /** By name, such as `database` and `queue`. */
  checks: { name: string; ok: boolean }[];
  /** How many processes that do background work were heard of in the last two minutes. */
  workers: number;
  /** Seconds that the oldest job waits for a worker; 0 when none waits. */
  oldestWaitingSeconds: number;
  jobs: number;
  /** Jobs that were given up and wait for a person. */
  dead: number;
}

/** `GET /home/health`, for who has `HEALTH_ACTION`. */
export interface HealthResponse {
  data: Health;
}
