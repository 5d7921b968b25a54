import type { Locale } from './locale';
import type { Picture, Progress } from './module';

export type Section =
  | { kind: 'text'; body: string /* Markdown */; pictures?: Pictures }
  | { kind: 'image'; picture: Picture; caption: string | null }
  | { kind: 'video'; title: string; url: string /* a file, or a page of a video service */ }
  | { kind: 'code'; language: string; title: string | null; code: string }
  | {
      kind: 'callout';
      tone: CalloutTone;
      title: string | null;
      body: string /* Markdown */;
      pictures?: Pictures;
    }
  | { kind: 'attachments'; files: Attachment[] }
  | { kind: 'quiz'; questions: QuizQuestion[] };

export interface Attachment {
  /** Of the file, with its ending. */
  name: string;
  /** What it is, in the author's words. */
  title: string | null;
  url: string;
  mime: string;
  bytes: number;
}

/** What the media library knows of the pictures in a Markdown text, by the address that stands there. */
export type Pictures = Record<string, Picture>;

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
 * POST /api/catalog/:code/lessons/:slug/readings?locale=en: the same, and from now on the module goes on at this lesson.
 */
export interface LessonResponse {
  module: { code: string; name: string; locale: Locale };
  slug: string;
  title: string;
  minutes: number;
  sections: Section[];
  /** The language the texts are in; differs from the one asked for where there is no translation (H3). */
  locale: Locale;
  done: boolean;
  /** Which lesson of the module this is, from 1. */
  place: number;
  progress: Progress;
  previous: LessonNeighbour | null;
  next: LessonNeighbour | null;
}

export interface LessonNeighbour {
  slug: string;
  title: string;
  locale: Locale;
}

/** PUT and DELETE /api/catalog/:code/lessons/:slug/completion → 200 `Progress`, 401, 403, 404. Both may be repeated (L2). */
export type CompletionResponse = Progress;
