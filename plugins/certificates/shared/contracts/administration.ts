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

/** How far the mail got; `failed` is a final no of the server, and `cancelled` one that is not to go out any more. */
export const MAIL_STATES = ['none', 'waiting', 'sent', 'failed', 'cancelled'] as const;
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
  /** `name` is null where the design is not registered any more. */
  template: { key: string; version: number; name: Record<'en' | 'es', string> | null };
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
  'drawn-again',
  'mail-sent',
  'mail-deferred',
  'mail-refused',
  'mail-unknown',
  'resent',
  'revoked',
  'superseded',
  'corrects',
  'reminded',
  'expired',
  'renewed',
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

export const ZIP_MAX_FILES = 2000;
export const ZIP_SELECTION_MAX = 100;

/**
 * `GET /issued/zip` → 200 application/zip of the files of what the filters find, or of `ids` alone; those without a file
 * are named in a text file inside. 409 `nothing-to-do` for none, `too-many` for more than 2,000.
 */
export interface ZipQuery extends ListQuery {
  /** At most 100, with commas between them. */
  ids?: string;
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
  'changed-meanwhile',
  'too-many',
  'drawn-otherwise',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** `GET /issued/:id/correction`: what a new certificate would say differently, by the facts of today. */
export interface CorrectionResponse {
  data: {
    changes: { field: 'recipient' | 'achievement'; code: string | null; from: string; to: string }[];
    /** Null: it can be issued. */
    refusal: Refusal | null;
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
  /** The key of the source. */
  source: string;
  kind: Kind;
  /** A module's code; null for the grade certificate. */
  subject: string | null;
  name: string;
  mayIssue: boolean;
}

/** Why somebody gets no certificate. */
export interface Refusal {
  /** A rule's reason (`marks-missing`, `not-passed` …), `uncovered-characters`, `revoked` or `failed`. */
  reason: string;
  /** The rule that says no; null where it is none of the registered ones. */
  rule: { key: string; name: Record<'en' | 'es', string> } | null;
  /** Numbers, texts and lists of texts that go with the reason. */
  details: Record<string, unknown>;
}
/**
 * `ready` will get a certificate. `changed` has one that says something else: a new one would supersede it. `issued` has
 * one that says the same. `renewable` has one that has expired, or soon will: a new one would renew it. `refused`: see
 * `refusal`.
 */
export const PREVIEW_STATES = ['ready', 'renewable', 'changed', 'issued', 'refused'] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

/** `GET /preview?source=&kind=&subject=`; `source` is the first one where it is not given: who qualifies, who does not and why. By name. */
export interface PreviewResponse {
  data: { rows: PreviewRow[] };
}

export interface PreviewRow {
  recipientKey: string;
  name: string;
  state: PreviewState;
  refusal: Refusal | null;
  /** The certificate there is. */
  certificateId: string | null;
}

export const RECIPIENTS_MAX = 20_000;

/** `POST /runs` → 202; 409 `nothing-to-do` when nobody is chosen. Without `source`, the first one is meant. */
export interface StartRunRequest {
  source?: string;
  kind: Kind;
  /** With `everybody`, null is every subject of the kind that the user may issue for. */
  subject: string | null;
  /** Those that were chosen, or everybody who is `ready` (see `GET /backlog`). */
  recipientKeys: string[] | 'everybody';
}

/**
 * `GET /backlog?source=&kind=&subject=&locale=`: who would get a certificate now and has none, counted; writes nothing.
 * Without `subject`, every subject of the kind that the user may issue for.
 */
export interface BacklogResponse {
  data: { subjects: BacklogSubject[] };
}

export interface BacklogSubject extends Omit<Subject, 'mayIssue'> {
  /** Whom `everybody` would issue to; `issued` counts who has one, also one that says something else or can be renewed. */
  ready: number;
  issued: number;
  /** Most frequent first. */
  refused: (Omit<Refusal, 'details'> & { count: number })[];
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
  source: string;
  kind: Kind;
  /** Null for a run over every subject of the kind, too. */
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
