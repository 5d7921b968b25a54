import type { Progress } from './transport';

/** How one attempt ended, as far as anybody can know. */
export type Outcome =
  | { kind: 'sent'; answer: string }
  /** The server's final no to this mail (5xx), or an address that is none: never tried again by itself. */
  | { kind: 'refused'; answer: string }
  /**
   * Surely not sent. `server`: it would have been the same with any other mail; `mail`: it is about this one; `unclear`:
   * it may be either.
   */
  | { kind: 'deferred'; scope: 'mail' | 'server' | 'unclear'; answer: string }
  /** The whole mail was given and no answer came: it may have arrived (RFC 1047). */
  | { kind: 'unknown'; answer: string };

/** Whether the mail server itself said so. */
export const isAnswer = ({ answer }: Outcome): boolean => /^[2-5]\d\d\b/.test(answer);

/** What nodemailer says of a failure. */
export interface SmtpError extends Error {
  /** Such as `ECONNECTION`, `EAUTH`, `EENVELOPE`. */
  code?: string;
  /** The step that failed: `CONN`, `EHLO`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`; `API`: it never reached the server. */
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Codes of RFC 4954 that say who we are is the trouble, in answer to whatever command they come. */
const ABOUT_US = [421, 454, 530, 534, 535, 538];
/** Steps at which the server has not heard yet which mail it is about. */
const BEFORE_THE_MAIL = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/;
const ANSWER_LENGTH = 1000;

/**
 * What a failure means. A server that refuses us, rather than this mail, makes no mail fail for good, whatever number it
 * says: a wrong password would otherwise refuse the mails of a whole day.
 */
export function outcomeOf(
  error: SmtpError,
  { begun, wholeGiven }: Progress,
): Exclude<Outcome, { kind: 'sent' }> {
  const { code, command = 'CONN', responseCode } = error;
  const answer = (error.response || error.message).slice(0, ANSWER_LENGTH);
  if (!responseCode) {
    if (command === 'API' && code === 'EENVELOPE') return { kind: 'refused', answer };
    return wholeGiven
      ? { kind: 'unknown', answer }
      : { kind: 'deferred', scope: begun ? 'unclear' : 'server', answer };
  }
  if (BEFORE_THE_MAIL.test(command) || ABOUT_US.includes(responseCode))
    return { kind: 'deferred', scope: 'server', answer };
  return responseCode >= 500
    ? { kind: 'refused', answer }
    : { kind: 'deferred', scope: command === 'RCPT TO' ? 'mail' : 'unclear', answer };
}
