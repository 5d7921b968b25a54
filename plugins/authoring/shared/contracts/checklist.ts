import type { Locale } from './outline';

/** What a check has found, with what a sentence about it needs. `place` counts the sections of a lesson from 1. */
export type Finding =
  | { kind: 'translation-missing'; locale: Locale }
  | { kind: 'summary-missing' }
  | { kind: 'description-missing' }
  | { kind: 'cover-missing' }
  | { kind: 'teacher-missing' }
  /** Of a lesson: nobody reads it before its module is there. */
  | { kind: 'module-unpublished' }
  | { kind: 'no-lessons' }
  | { kind: 'no-sections' }
  | { kind: 'section-empty'; place: number }
  | { kind: 'link-broken'; place: number | null; address: string }
  | { kind: 'link-unsafe'; place: number | null; address: string }
  | { kind: 'picture-missing'; place: number | null; address: string }
  | { kind: 'alternative-missing'; place: number | null; address: string }
  | { kind: 'quiz-unanswerable'; place: number; question: string }
  /** Of a module: one of its lessons has something to do. */
  | { kind: 'lesson'; lessonKey: string; title: string; findings: number };

/** `GET /authoring/checklist/:type/:documentId?locale=en`, `type` being `module` or `lesson`: of the draft as it is saved. */
export interface ChecklistResponse {
  data: { findings: Finding[] };
}
