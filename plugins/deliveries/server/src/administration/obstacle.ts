import { errors } from '@strapi/utils';
import type { Obstacle } from '../../../shared/contracts/administration';

/**
 * 409: allowed as such, but not as things stand; `details.reason` says why. Strapi formats two families of errors: its own,
 * which know no 409, and `HttpError`, which is abstract. So a plain error takes HttpError's prototype.
 */
export function obstacle(reason: Obstacle, message: string): Error {
  const error = Object.setPrototypeOf(new Error(message), errors.HttpError.prototype) as Error;
  return Object.assign(error, { status: 409, name: 'ConflictError', details: { reason } });
}
