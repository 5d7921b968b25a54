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
  /** What is to be finished, newest first. */
  newest: WrittenText[];
  /** Whatever there is, edited last first. */
  edited: WrittenText[];
}

export interface WrittenText {
  type: 'module' | 'lesson';
  documentId: string;
  title: string;
  locale: 'en' | 'es';
  /** `missing`: there is no text in that language. */
  state: 'draft' | 'modified' | 'published' | 'missing';
  updatedAt: string;
}

/** `GET /home/writing`, for who has `AUTHOR_ACTION`: of the modules that the user may read. */
export interface WritingResponse {
  data: Writing;
}
