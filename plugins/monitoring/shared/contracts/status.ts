export const READ_ACTION = 'plugin::monitoring.read';

/** `unknown`: it could not be asked, or has never been. */
export type Verdict = 'good' | 'warning' | 'bad' | 'unknown';

export type Subject =
  'database' | 'worker' | 'oldestJob' | 'deadLetters' | 'hold' | 'mail' | 'backup' | 'drill' | 'disk' | 'tls';

export interface StatusLine {
  subject: Subject;
  verdict: Verdict;
  /** Seconds, a share from 0 to 1, or a count, by its subject; null where there is none. */
  value: number | null;
  /** Of a disk: which folder. */
  folder?: string;
}

/** `GET /monitoring/status` */
export interface StatusResponse {
  data: { at: string; lines: StatusLine[] };
}
