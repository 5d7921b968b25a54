/**
 * What the admin's endpoints take and give. Every one stands below `/deliveries`, wants an admin session and one of
 * `ACTIONS`; a mail that the conditions of the user's roles leave out is 404. Times are ISO 8601, UTC. A mail is named by
 * its documentId.
 */
import type { DeliveryState } from './deliveries';

export const PAGE_SIZES = [25, 50, 100] as const;
export const SORTS = ['queuedAt:desc', 'queuedAt:asc'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * Part of an address or of a subject, percent-encoded: a header of `GET /mails` and of everything below `/many`, since
 * URLs are written into logs, where an address has no business.
 */
export const SEARCH_HEADER = 'X-Search';

/** `GET /mails`: all filters are optional and narrow the list together. `/many` takes the same. */
export interface ListQuery {
  page?: number;
  pageSize?: number;
  sort?: Sort;
  state?: DeliveryState;
  kind?: string;
  /** Days on which the mail was queued, `YYYY-MM-DD`, both included, UTC. */
  from?: string;
  to?: string;
  /** Of the names of kinds. */
  locale?: string;
}

export interface ListResponse {
  data: ListedMail[];
  pagination: { page: number; pageSize: number; pageCount: number; total: number };
}

export interface ListedMail {
  id: string;
  /** What makes it once only, such as `certificates/<id>`. */
  key: string;
  kind: string;
  kindName: string;
  to: string;
  /** Null until it was written for the first time. */
  subject: string | null;
  state: DeliveryState;
  queuedAt: string;
  nextAttemptAt: string | null;
  sentAt: string | null;
  /** Since it was queued. */
  attempts: number;
  /** Of the mail server, or why it could not be written. */
  lastAnswer: string | null;
}

/** `GET /kinds?locale=`: what the list can be narrowed to. */
export interface KindsResponse {
  data: { key: string; name: string }[];
}

/** `GET /summary` */
export interface SummaryResponse {
  data: Summary;
}

/** The numbers are of the mails that the user may see; the server's state is everybody's. */
export interface Summary {
  server: ServerReport;
  waiting: number;
  oldestWaitingSeconds: number | null;
  /** Within the last 24 hours. */
  sent: number;
  refused: number;
  /** All that wait for a person. */
  givenUp: number;
  /** Oldest first: the hours of the clock that the last 24 hours touch, each with its beginning. */
  sentPerHour: { at: string; count: number }[];
  /** Null for who may not see it, and where the jobs plugin cannot tell. */
  work: { jobs: number; dead: number } | null;
}

export interface ServerReport {
  /** Null while it takes mail. */
  downSince: string | null;
  /** When the next mail tries. */
  nextTryAt: string | null;
  /** Addresses are left out for who may not see every mail. */
  answer: string | null;
}

/** `GET /mails/:id?locale=` */
export interface DetailResponse {
  data: MailDetail;
}

export interface MailDetail extends ListedMail {
  language: string;
  messageId: string;
  priority: number;
  refusedAt: string | null;
  givenUpAt: string | null;
  cancelledAt: string | null;
  /** Its text was somebody else's and is kept only until it is sent. */
  contentGone: boolean;
  /** The certificate it carries or is about, where the user may read certificates. */
  certificateId: string | null;
  /** Newest first; also those from before it was sent again. */
  tries: MailTry[];
  /** Newest first. */
  audit: { action: AuditedAct; actor: string; at: string }[];
  /** What the user may do with it, and what its state allows. */
  allowed: { resend: boolean; cancel: boolean; readdress: boolean };
  server: ServerReport;
}

export const TRY_OUTCOMES = ['sent', 'deferred', 'refused', 'unknown', 'broken-off'] as const;
export type TryOutcome = (typeof TRY_OUTCOMES)[number];

export interface MailTry {
  number: number;
  startedAt: string;
  /** Null while it runs, or until somebody notices that its process died. */
  outcome: TryOutcome | null;
  answer: string | null;
  milliseconds: number | null;
  /** The server had begun to take the mail itself: from then on it may have arrived. */
  wasGoingOut: boolean;
  /** A mail that is sent again has a new one. */
  messageId: string;
}

export const AUDITED_ACTS = [
  'resent',
  'cancelled',
  'readdressed',
  'resent-many',
  'cancelled-many',
  'work-retried',
  'work-discarded',
] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number];

/** `POST /mails/:id/resend` and `POST /mails/:id/cancel` → 204. `POST /mails/:id/readdress` → 204, 400 for no address. */
export interface ReaddressRequest {
  to: string;
}

/** 409, `details.reason`: what stands in the way of an act that is allowed as such. */
export const OBSTACLES = [
  'already-on-its-way',
  'already-ended',
  'content-gone',
  'kind-gone',
  'being-tried',
  'for-owner-only',
  'nothing-to-do',
  'same-work-waits',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** `GET /many` with the list's filters: how many of them an act would be done to. */
export interface ManyResponse {
  data: { resend: number; cancel: number };
}

/**
 * `POST /many/resend`, `POST /many/cancel` with the list's filters in the query → 202; 409 `nothing-to-do`. All at once:
 * the sweep makes the jobs. Cancelled by cancelling, resumed by sending again.
 */
export interface ManyDoneResponse {
  data: { count: number };
}

/** `GET /background-work` → 404 where the jobs plugin cannot tell, 403 for who may not send every mail again. */
export interface WorkResponse {
  data: Work;
}

export interface Work {
  tasks: {
    task: string;
    ready: number;
    delayed: number;
    active: number;
    retrying: number;
    dead: number;
    oldestReadySeconds: number;
  }[];
  /** The newest hundred. */
  letters: DeadLetter[];
}

/** Work that was given up. `POST /background-work/:id/retry` and `POST /background-work/:id/discard` → 204; 404; 409 `same-work-waits`. */
export interface DeadLetter {
  id: string;
  task: string;
  key: string | null;
  reason: string;
  failedAt: string;
  tries: number;
}
