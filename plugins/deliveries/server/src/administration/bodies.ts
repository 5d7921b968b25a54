import { errors } from '@strapi/utils';
import { z } from 'zod';

/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, brackets included. */
const Readdress = z.strictObject({ to: z.string().trim().max(254).pipe(z.email()) });

/** @throws ValidationError (400) with `details.field`. */
export function parseReaddress(body: unknown): { to: string } {
  const result = Readdress.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new errors.ValidationError(z.prettifyError(result.error), { field: 'to' });
}
