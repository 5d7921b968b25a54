import { errors } from '@strapi/utils';
import { z } from 'zod';
import { PAGE_SIZES, SORTS } from '../../../shared/contracts/administration';
import { DELIVERY_STATES } from '../../../shared/contracts/deliveries';
import { WHERE_STATE } from '../ledger/states';

const optional = <Type extends z.ZodType>(type: Type) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());
const Day = z.iso.date();

const Query = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce
    .number()
    .int()
    .refine((size) => (PAGE_SIZES as readonly number[]).includes(size), `one of ${PAGE_SIZES.join(', ')}`)
    .default(PAGE_SIZES[0]),
  sort: z.enum(SORTS).default('queuedAt:desc'),
  locale: z.string().max(20).default('en'),
  search: optional(z.string().trim().max(100)),
  state: optional(z.enum(DELIVERY_STATES)),
  kind: optional(z.string().max(100)),
  from: optional(Day),
  to: optional(Day),
});
export type ListFilters = z.infer<typeof Query>;

/**
 * @param search the header, percent-encoded.
 * @throws ValidationError (400) that names each parameter that cannot be understood.
 */
export function parseListQuery(query: object, search: string): ListFilters {
  const result = Query.safeParse({ ...query, search: decoded(search) });
  if (result.success) return result.data;
  throw new errors.ValidationError(z.prettifyError(result.error));
}

function decoded(search: string): string {
  try {
    return decodeURIComponent(search);
  } catch {
    throw new errors.ValidationError('The search is not percent-encoded');
  }
}

type Where = Record<string, unknown>;

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600 * 1000).toISOString();

/** The filters as a where-clause; `permitted` narrows it to what the user may see or act on. */
export function whereOf({ search, state, kind, from, to }: ListFilters, permitted: Where): { $and: Where[] } {
  const all: Where[] = [permitted];
  if (search) all.push({ $or: [{ to: { $containsi: search } }, { subject: { $containsi: search } }] });
  if (state) all.push(WHERE_STATE[state]);
  if (kind) all.push({ kind });
  if (from) all.push({ queuedAt: { $gte: `${from}T00:00:00.000Z` } });
  if (to) all.push({ queuedAt: { $lt: nextDay(to) } });
  return { $and: all };
}
