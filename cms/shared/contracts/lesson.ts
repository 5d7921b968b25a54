import type { Locale } from './locale';
import type { Picture, Progress } from './module';

export type Section =
  | { kind: 'text'; body: string /* Markdown */ }
  | { kind: 'image'; picture: Picture; caption: string | null }
  | { kind: 'video'; title: string; url: string /* a file, or a page of a video service */ }
  | { kind: 'code'; language: string; title: string | null; code: string }
  | { kind: 'callout'; tone: CalloutTone; title: string | null; body: string /* Markdown */ }
  | { kind: 'attachments'; files: { name: string; url: string; mime: string; bytes: number }[] }
  | { kind: 'quiz'; questions: QuizQuestion[] };

export const CALLOUT_TONES = ['note', 'tip', 'important', 'warning'] as const;
export type CalloutTone = (typeof CALLOUT_TONES)[number];

export interface QuizQuestion {
  question: string;
  /** A self-check: nothing is stored, so the answers travel with the question. */
  options: { text: string; correct: boolean }[];
  explanation: string | null;
}

/**
 * GET /api/catalog/:code/lessons/:slug?locale=en → 200 for an enrolled student; 401 without a session; 403
 * (`reason: 'not-enrolled'`) otherwise; 404 for an unknown, draft or unpublished lesson (L1).
 */
export interface LessonResponse {
  module: { code: string; name: string };
  slug: string;
  title: string;
  minutes: number;
  sections: Section[];
  /** The language the texts are in; differs from the one asked for where there is no translation (H3). */
  locale: Locale;
  done: boolean;
  progress: Progress;
  previous: { slug: string; title: string } | null;
  next: { slug: string; title: string } | null;
}

/** PUT and DELETE /api/catalog/:code/lessons/:slug/completion → 200 `Progress`, 401, 403, 404. Both may be repeated (L2). */
export type CompletionResponse = Progress;
