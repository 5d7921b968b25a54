import type { LessonResponse } from './lesson';
import type { Locale } from './locale';
import type { Picture } from './module';

/** What a preview is of: the draft, or what is published. */
export type PreviewStatus = 'draft' | 'published';

/**
 * POST /api/previews → 200; 403 `reason: 'not-open'` for a ticket that is unknown, used or expired. A ticket opens one
 * preview, once, in one browser.
 */
export interface OpenPreviewRequest {
  ticket: string;
  /** The key this browser has from an earlier preview, if any. */
  holder: string | null;
}

export interface OpenedPreview {
  id: string;
  /** The key that this browser shows from now on: 256 random bits, stored as a hash. */
  holder: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
  locale: Locale;
  /** The lesson to begin at; null: the module's page. */
  lesson: string | null;
}

/**
 * GET /api/previews/:id?locale=en and GET /api/previews/:id/lessons/:slug?locale=en, with the browser's key in the header
 * `X-Preview-Holder` → 200; 403 `not-open` when the preview has ended, is another browser's, or when the admin user is no
 * longer active or may no longer read what it is of.
 */
export interface PreviewModuleResponse {
  status: PreviewStatus;
  module: {
    code: string;
    name: string;
    summary: string;
    /** Markdown. */
    description: string;
    cover: Picture | null;
    locale: Locale;
    lessons: { slug: string; title: string; minutes: number; locale: Locale }[];
  };
}

export interface PreviewLessonResponse {
  status: PreviewStatus;
  lesson: LessonResponse;
}

/** DELETE /api/previews/:id, with the same header → 204, also when it has ended already. */
