import { errors } from '@strapi/utils';
import type { Obstacle } from '../../shared/contracts/administration';
import type { Decision, Rule } from './eligibility/facts';

/**
 * 403: the rules say no; `details` says which, why, and what the rule is called. A PolicyError, since Strapi takes the words
 * out of every other ForbiddenError.
 */
export const notEligible = (
  { rule, reason, details }: Extract<Decision, { eligible: false }>,
  by?: Pick<Rule, 'name'>,
): Error => new errors.PolicyError(`Not eligible: ${reason}`, { ...details, reason, rule, name: by?.name });

/** 400: a character that no shipped font has; named, so that it can be corrected. */
export const uncoveredCharacters = (
  found: { character: string; codePoint: string; field: string }[],
): Error =>
  new errors.ValidationError(
    `No font has ${found.map(({ character, codePoint, field }) => `"${character}" (${codePoint}) in ${field}`).join(', ')}`,
    { reason: 'uncovered-characters', characters: found },
  );

export const unknown = (what: string, key: string, known: string[]): Error =>
  new Error(`certificates: unknown ${what} "${key}"; known are ${known.sort().join(', ') || 'none'}`);

/**
 * 409: allowed as such, but not as things stand; `details.reason` says why. Strapi formats two families of errors: its own,
 * which know no 409, and `HttpError`, which is abstract. So a plain error takes HttpError's prototype.
 */
export function obstacle(reason: Obstacle, message: string): Error {
  const error = Object.setPrototypeOf(new Error(message), errors.HttpError.prototype) as Error;
  return Object.assign(error, { status: 409, name: 'ConflictError', details: { reason } });
}

/** 503: the file that a row names is not where it should be; the daily inspection tells staff, and it can be drawn again. */
export const fileMissing = (key: string): Error =>
  Object.assign(
    Object.setPrototypeOf(
      new Error(`The file ${key} is missing from the store`),
      errors.HttpError.prototype,
    ) as Error,
    { status: 503, name: 'FileMissingError', details: { reason: 'file-missing' } },
  );
