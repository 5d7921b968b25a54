import { errors } from '@strapi/utils';

const NAME_OF_STATUS = {
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  429: 'TooManyRequestsError',
} as const;

/**
 * A refusal with a reason that a program can read (`details.reason`) and a sentence for whoever debugs.
 *
 * Strapi formats two families of errors: its own, which know no 409, and `HttpError`, which is abstract. So a plain
 * error takes HttpError's prototype.
 */
export function refuse(
  status: keyof typeof NAME_OF_STATUS,
  reason: string,
  message: string,
  details: Record<string, unknown> = {},
): Error {
  const error = Object.setPrototypeOf(new Error(message), errors.HttpError.prototype) as Error;
  return Object.assign(error, { status, name: NAME_OF_STATUS[status], details: { reason, ...details } });
}
