/**
 * What the gradebook's admin endpoints take and give. Every one stands below `/gradebook`, wants an admin session and the
 * action of `GRADE_ACTION`; a module that the user does not teach is 403, an unknown one 404.
 */
import type { Bin } from '../distribution';
import type { MarkProblem, Scale } from '../mark-scale';

export interface ModuleSummary {
  /** The module's documentId: it names the module in every address below. */
  moduleKey: string;
  code: string;
  name: string;
  /** Enrolled students, suspended ones included. */
  students: number;
  /** How many of them have a mark. */
  graded: number;
}

/** `GET /gradebook/modules?locale=es`: by code. */
export interface ModulesResponse {
  data: ModuleSummary[];
}

export interface GradebookRow {
  /** The enrollment's documentId. */
  enrollmentKey: string;
  /** The student's documentId: what certificates call the recipient. */
  studentKey: string;
  /** "First Last", or the username where there is no name. */
  studentName: string;
  username: string;
  suspended: boolean;
  /** null: not graded yet. */
  mark: number | null;
  feedback: string;
  /** Grows by one with each change of the grade; 0 where there is no grade yet. */
  revision: number;
  /** Published lessons: done by the student, and all. */
  progress: { done: number; total: number };
}

export interface Gradebook {
  module: { moduleKey: string; code: string; name: string };
  scale: Scale;
  /** By name. */
  rows: GradebookRow[];
  /** Of the marks that are set; null where there is none. Not rounded. */
  mean: number | null;
  distribution: Bin[];
  /** A student's page on the site is this and the username. */
  studentPages: string;
}

/** `GET /gradebook/modules/:moduleKey?locale=es` */
export interface GradebookResponse {
  data: Gradebook;
}

export interface MarkChange {
  enrollmentKey: string;
  mark: number | null;
  /** Left out: stays as it is. */
  feedback?: string;
  /** The revision that the change was made upon. */
  revision: number;
}

/** `PUT /gradebook/modules/:moduleKey/marks`: all of the changes are saved, or none. */
export interface SaveMarksRequest {
  changes: MarkChange[];
}

/** 200: the changed rows as they stand now. */
export interface SaveMarksResponse {
  data: { rows: SavedGrade[] };
}

export type SavedGrade = Pick<GradebookRow, 'enrollmentKey' | 'mark' | 'feedback' | 'revision'>;

/** Why a change cannot be written, as a code that the reader's language turns into a sentence. */
export type ChangeProblem = MarkProblem | 'not-enrolled' | 'twice' | 'feedback-too-long' | 'refused';

/** 400 carries these in `details.errors`; `path` is `[enrollmentKey, 'mark' | 'feedback']`. */
export interface ChangeError {
  path: [string, 'mark' | 'feedback'];
  message: ChangeProblem;
  name: 'ValidationError';
}

/** 409 carries these in `details.conflicts`: what somebody else wrote since the change was begun. */
export interface MarkConflict {
  enrollmentKey: string;
  mark: number | null;
  feedback: string;
  revision: number;
  /** A display name; null where the grade has been removed. */
  changedBy: string | null;
}

export interface HistoryEntry {
  /** null: no mark before. */
  from: number | null;
  /** null: the mark was taken away. The same as `from` where only the feedback changed. */
  to: number | null;
  /** null: it stayed as it was, or the change is of a time when only marks were kept. */
  feedback: { from: string; to: string } | null;
  actor: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** `GET /gradebook/modules/:moduleKey/history/:enrollmentKey`: newest first. */
export interface HistoryResponse {
  data: HistoryEntry[];
}

export const GRADE_ACTION = 'plugin::gradebook.grade';

/** Characters. */
export const FEEDBACK_MAX_LENGTH = 4000;

/** Changes in one request: the largest class that is saved at once. */
export const CHANGES_MAX = 10_000;

/** `GET /gradebook/modules/:moduleKey/csv?locale=es`: the marks as `text/csv`, for the spreadsheets of that language. */

/** Why a row of a file cannot be imported. */
export type RowProblem =
  | MarkProblem
  | 'no-student'
  | 'unknown-student'
  | 'twice'
  | 'feedback-too-long'
  | 'changed-meanwhile'
  | 'refused';
/** Why nothing of a file can be read. `row` of the problem is null, or where it goes wrong. */
export type FileProblem = 'no-text' | 'unreadable' | 'no-heading' | 'heading-twice' | 'too-many-rows';

export interface ImportProblem {
  /** The heading is row 1. */
  row: number | null;
  column: 'username' | 'mark' | 'feedback' | 'revision' | null;
  problem: RowProblem | FileProblem;
  /** What stands there, shortened. */
  cell: string;
}

export interface PlannedChange {
  row: number;
  student: string;
  from: number | null;
  to: number | null;
  /** Shortened; left out where it stays as it is. */
  feedback?: string;
}

export interface ImportReport {
  encoding: string | null;
  /** Rows with something in them, the heading not counted. */
  rows: number;
  /** How many there are; `changes` and `problems` are the first of them (`REPORTED_MAX`). */
  changed: number;
  wrong: number;
  changes: PlannedChange[];
  problems: ImportProblem[];
  /** Whether the changes were written: never with `dryRun`, nor with a problem. */
  written: boolean;
}

/**
 * `POST /gradebook/modules/:moduleKey/import?dryRun=true`, `multipart/form-data` with the one `file`, at most `FILE_MAX` bytes.
 * 200 with the report; without `dryRun` everything is written, or, with one problem or a mark that changes meanwhile,
 * nothing.
 */
export interface ImportResponse {
  data: ImportReport;
}

export const REPORTED_MAX = 500;
export const ROWS_MAX = 200_000;
export const FILE_MAX = 20 * 1024 * 1024;
