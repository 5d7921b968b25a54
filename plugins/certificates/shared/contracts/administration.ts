/**
 * What the admin's endpoints take and give. Every one stands below `/certificates`, wants an admin session and one of
 * `ACTIONS`; a certificate, or a subject, that the conditions of the user's roles leave out is 404. Times are ISO 8601,
 * UTC. A certificate is named by its documentId.
 */
import type { Kind, Stage, Status } from './certificate';

export const REASON_MAX_LENGTH = 500;
export const PAGE_SIZES = [10, 20, 50, 100] as const;
export const SORTS = ['issuedAt:desc', 'issuedAt:asc', 'recipientName:asc', 'recipientName:desc'] as const;
export type Sort = (typeof SORTS)[number];

/** How far the mail got; `failed` is a final no of the server. */
export const MAIL_STATES = ['none', 'waiting', 'sent', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/**
 * Part of a name or of a serial number, or a whole verification code; percent-encoded. A header of `GET /issued` and
 * `GET /issued/export`, since addresses are written into logs, where a person's name has no business.
 */
export const SEARCH_HEADER = 'X-Search';

/** `GET /issued`: all filters are optional and narrow the list together. `GET /issued/export` takes the same. */
export interface ListQuery {
  page?: number;
  pageSize?: number;
  sort?: Sort;
  kind?: Kind;
  /** A module's code. */
  subject?: string;
  status?: Status;
  /** Days, `YYYY-MM-DD`, both included, UTC. */
  from?: string;
  to?: string;
}

export interface ListResponse {
  data: ListedCertificate[];
  pagination: { page: number; pageSize: number; pageCount: number; total: number };
}

export interface ListedCertificate {
  id: string;
  serial: string;
  /** Empty where the recipient has left. */
  recipient: string;
  kind: Kind;
  subject: string | null;
  /** The name of what it is about; empty for a grade certificate. */
  title: string;
  language: string;
  issuedAt: string;
  status: Status;
  stage: Stage;
}

/** `GET /issued/:id` */
export interface DetailResponse {
  data: CertificateDetail;
}

export interface CertificateDetail extends ListedCertificate {
  verificationCode: string;
  verifyUrl: string;
  expiresAt: string | null;
  revokedAt: string | null;
  revocationReason: string | null;
  sha256: string | null;
  bytes: number | null;
  fileName: string;
  /** False until it is rendered, and once its recipient has left. */
  hasFile: boolean;
  template: { key: string; version: number };
  achievements: { code: string; name: string; mark: number | null; maximumMark: number }[];
  mail: { state: MailState; to: string | null; attempts: number };
  /** Newest first. */
  timeline: TimelineEntry[];
  /** The whole chain of corrections this one is in, oldest first. */
  chain: { id: string; serial: string; issuedAt: string; status: Status }[];
  /** What the user may do with it, and what its state allows. */
  allowed: { resend: boolean; revoke: boolean; correct: boolean };
}

export const HAPPENINGS = [
  'issued',
  'rendered',
  'mail-sent',
  'mail-deferred',
  'mail-refused',
  'mail-unknown',
  'resent',
  'revoked',
  'superseded',
  'corrects',
  'expired',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

export interface TimelineEntry {
  what: Happening;
  at: string;
  /** The admin user who did it; null for what the system or the recipient did. */
  actor: string | null;
  /** The words of whoever did it, or of the mail server. */
  reason: string | null;
}

/** `GET /issued/:id/file` → 200 application/pdf; 404 while there is none. */

/** `POST /issued/:id/revocation` and `POST /issued/:id/corrections` */
export interface ReasonRequest {
  /** 3 to 500 characters. */
  reason: string;
}

/** 409, `details.reason`: what stands in the way of an act that is allowed as such. */
export const OBSTACLES = [
  'already-revoked',
  'already-superseded',
  'revoked',
  'not-rendered',
  'already-on-its-way',
  'recipient-gone',
  'nothing-to-do',
  'already-finished',
  'still-running',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** `GET /issued/:id/correction`: what a new certificate would say differently, by the facts of today. */
export interface CorrectionResponse {
  data: {
    changes: { field: 'recipient' | 'achievement'; code: string | null; from: string; to: string }[];
    /** Null: it can be issued. Otherwise why not, as in `PreviewRow.reason`. */
    refusal: string | null;
  };
}

/** `POST /issued/:id/corrections` → 201 */
export interface CorrectedResponse {
  data: { id: string };
}

/** `GET /subjects?locale=`: what the user may issue, or look at. */
export interface SubjectsResponse {
  data: Subject[];
}

export interface Subject {
  kind: Kind;
  /** A module's code; null for the grade certificate. */
  subject: string | null;
  name: string;
  mayIssue: boolean;
}

/**
 * `ready` will get a certificate. `changed` has one that says something else: a new one would supersede it. `issued` has
 * one that says the same. `refused`: see `reason`.
 */
export const PREVIEW_STATES = ['ready', 'changed', 'issued', 'refused'] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

/** `GET /preview?kind=&subject=&locale=`: who qualifies, who does not and why. By name. */
export interface PreviewResponse {
  data: { rows: PreviewRow[] };
}

export interface PreviewRow {
  recipientKey: string;
  name: string;
  state: PreviewState;
  /** A rule's reason (`marks-missing`, `not-passed` …), `uncovered-characters`, `revoked` or `failed`; null where none. */
  reason: string | null;
  /** The certificate there is. */
  certificateId: string | null;
}

export const RECIPIENTS_MAX = 20_000;

/** `POST /runs` → 202; 409 `nothing-to-do` when nobody is chosen. */
export interface StartRunRequest {
  kind: Kind;
  subject: string | null;
  recipientKeys: string[];
}

export const RUN_STATES = ['running', 'cancelled', 'finished'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** `GET /runs/:id`, `POST /runs`, `POST /runs/:id/cancel`, `POST /runs/:id/resume` */
export interface RunResponse {
  data: Run;
}

/** `GET /runs`: the newest twenty. */
export interface RunsResponse {
  data: Run[];
}

export interface Run {
  id: string;
  kind: Kind;
  subject: string | null;
  startedBy: string;
  startedAt: string;
  state: RunState;
  total: number;
  issued: number;
  /** Had the same certificate already. */
  unchanged: number;
  refused: number;
  failed: number;
  /** The first hundred that got none, with the reason. */
  problems: { name: string; outcome: 'refused' | 'failed'; reason: string }[];
}
