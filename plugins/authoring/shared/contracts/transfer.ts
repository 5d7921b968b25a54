import type { Locale } from './outline';

/** Megabytes that an archive has at most. */
export const ARCHIVE_MEGABYTES = 25;

/** Why an archive is not opened. */
export const ARCHIVE_PROBLEMS = [
  'not-a-zip',
  'broken',
  'encrypted',
  'too-large',
  'too-many-files',
  'bomb',
  'outside',
  'link',
  'bad-name',
  'same-name',
  'not-utf8',
  'empty',
] as const;
export type ArchiveProblem = (typeof ARCHIVE_PROBLEMS)[number];

/** Why what is in it is not read: nothing was written. */
export type CourseProblem = 'no-lessons' | 'unanswerable' | 'unreadable' | 'code-missing';

/** What was left out, and why. */
export interface LeftOut {
  kind: 'dead-link' | 'outside' | 'missing' | 'unknown-kind' | 'not-a-picture' | 'reaches-out' | 'failed';
  /** Of the file in the archive. */
  path: string;
  /** As it stands in that file; the same as `path` for a file that is of no kind a course has. */
  address: string;
}

export interface TransferReport {
  moduleKey: string;
  code: string;
  /** A lesson is counted in each of its languages. */
  created: number;
  updated: number;
  unchanged: number;
  /** Slugs of lessons that the module has and the archive has not; left as they are. */
  notInFolder: string[];
  problems: LeftOut[];
}

/**
 * `POST /authoring/import`, a form with `file` (a zip), `publish` (`true` for readers to see it at once), `code` and
 * `locale`: both only for a course that is not one of Lumino's own exports. The answer comes line by line, each a JSON of
 * this kind, while the work goes on.
 * @throws 400 with `details.reason` (an `ArchiveProblem` or `CourseProblem`), 403 where the module is not the user's
 */
export type TransferLine =
  | { progress: { done: number; total: number; title: string } }
  | { report: TransferReport }
  | { problem: { reason: CourseProblem | 'failed'; path: string | null; detail: string } };

export interface ImportRequest {
  file: File;
  code: string;
  locale: Locale;
  publish: boolean;
}

// `GET /authoring/modules/:moduleKey/export`: the module as a zip, as it is written, in all languages.
