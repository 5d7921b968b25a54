import { errors } from '@strapi/utils';
import type { z } from 'zod';

/**
 * Checks a request body against a schema whose messages are codes of `FIELD_ERRORS`.
 * @throws ValidationError (400) with one entry per faulty field.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const seen = new Set<string>();
  const fieldErrors = result.error.issues
    .map((issue) => ({ path: issue.path.map(String), message: issue.message, name: 'ValidationError' }))
    .filter(({ path }) => !seen.has(path.join('.')) && seen.add(path.join('.')));
  throw new errors.ValidationError('Some fields are not right', { errors: fieldErrors });
}

/** One faulty field, as `parseBody` would tell it. */
export const fieldError = (field: string, code: string): Error =>
  new errors.ValidationError('Some fields are not right', {
    errors: [{ path: [field], message: code, name: 'ValidationError' }],
  });
