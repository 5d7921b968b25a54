/**
 * The one shape in which every endpoint refuses a request.
 *
 * HTTP 400 carries `details.errors`: one entry per field, `message` is a code from `FIELD_ERRORS`, never a sentence, so
 * that the reader's own language is chosen by whoever shows it. 401, 403, 404, 409 and 429 carry `details.reason` where
 * there is more than one reason; 429 says in `details.retryAfter` after how many seconds to come again.
 */
export interface ApiError {
  data: null;
  error: {
    status: number;
    name: string;
    message: string;
    details: { errors?: FieldError[]; reason?: string; modules?: string[]; retryAfter?: number };
  };
}

export interface FieldError {
  /** Where the value stands in the request body, for example `['username']`. */
  path: string[];
  message: FieldErrorCode;
}

export const FIELD_ERRORS = [
  'required',
  'too-short',
  'too-long',
  'guessable',
  'invalid-characters',
  'invalid-email',
  'username-taken',
  'email-unusable',
  'wrong-password',
  'unknown-module',
  'choose-one',
  'not-an-image',
  'too-large',
] as const;

export type FieldErrorCode = (typeof FIELD_ERRORS)[number];
