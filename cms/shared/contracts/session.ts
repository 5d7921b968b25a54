import type { Locale } from './locale';

/**
 * Sessions live in PostgreSQL. The token is opaque (256 bits, base64url), shown once, stored as a SHA-256, and sent as
 * `Authorization: Bearer <token>` with every later request.
 */
export interface Me {
  username: string;
  firstName: string;
  lastName: string;
  /** The owner's own address: this type is only ever sent to its owner. */
  email: string;
  language: Locale;
  /** Whether the address was confirmed by its mail. Nothing waits for it. */
  confirmed: boolean;
}

/** On every answer to a signed-in reader: their `Me` as JSON in base64url, so that nobody has to ask for it apart. */
export const READER_HEADER = 'X-Lumino-Reader';

/**
 * POST /api/sessions: 200, 400 (an empty field), 401 (`reason: 'bad-credentials'`, the same for an unknown user), 429
 * (`reason: 'too-many'`, `retryAfter` in seconds) after ten wrong passwords in a minute from one address (P7).
 */
export interface LogInRequest {
  /** Username or e-mail address. */
  identifier: string;
  password: string;
}

export interface SessionResponse {
  token: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
  me: Me;
}

/** POST /api/accounts: 201 with a session, 400 with one error per field, 429. Always makes a student. */
export interface SignUpRequest {
  username: string;
  password: string;
  firstName: string;
  lastName: string;
  email: string;
  language: Locale;
}

/** DELETE /api/sessions/current: 204, also when the session is already gone. */
/** DELETE /api/me/sessions: 204; ends every session of the student, in whatever browser. */
/** GET /api/me: 200 `Me`, 401. */

/** PUT /api/me/password: 200 with a new session, all others have ended; 400 `wrong-password`, `too-short`, `guessable`; 401, 429. */
export interface PasswordChange {
  current: string;
  password: string;
}

/** POST /api/me/email-confirmations: 204 (a mail is on its way, unless the address is confirmed), 401, 429. */
/** POST /api/email-confirmations/complete `{ token }`: 204; 403 `reason: 'link-used-or-expired'`. */

/** PUT /api/me/language: 204, 400 (an unknown language), 401. Mails to the student come in it from then on. */
export interface LanguageChoice {
  language: Locale;
}

/** POST /api/password-resets: 204, whether or not the address is known; 429. */
export interface PasswordResetRequest {
  email: string;
  language: Locale;
}

/** POST /api/password-resets/complete: 204; 400 `too-short`, `guessable`; 403 `reason: 'link-used-or-expired'`. */
export interface PasswordResetCompletion {
  token: string;
  password: string;
}
