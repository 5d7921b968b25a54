import { errors } from '@strapi/utils';
import { z } from 'zod';
import { PAGE_SIZES, SORTS, ZIP_SELECTION_MAX } from '../../../shared/contracts/administration';
import { KINDS, STATUSES, type Status } from '../../../shared/contracts/certificate';
import { normaliseCode } from '../verification/normalise-code';

const optional = <Type extends z.ZodType>(type: Type) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());
const Day = z.iso.date();

const Query = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce
    .number()
    .int()
    .refine((size) => (PAGE_SIZES as readonly number[]).includes(size), `one of ${PAGE_SIZES.join(', ')}`)
    .default(PAGE_SIZES[1]),
  sort: z.enum(SORTS).default('issuedAt:desc'),
  search: optional(z.string().trim().max(100)),
  kind: optional(z.enum(KINDS)),
  subject: optional(z.string().max(60)),
  status: optional(z.enum(STATUSES)),
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

const Ids = z.object({
  ids: optional(
    z
      .string()
      .regex(/^[a-z0-9]+(,[a-z0-9]+)*$/, 'ids with commas between them')
      .transform((ids) => ids.split(','))
      .pipe(z.array(z.string().max(64)).max(ZIP_SELECTION_MAX)),
  ),
});

/** As `parseListQuery`; and the certificates that were selected, if any. */
export function parseZipQuery(query: object, search: string): { filters: ListFilters; ids?: string[] } {
  const result = Ids.safeParse(query);
  if (!result.success) throw new errors.ValidationError(z.prettifyError(result.error));
  const { ids } = result.data;
  return { filters: parseListQuery(query, search), ...(ids && { ids }) };
}

type Where = Record<string, unknown>;
const SET = { $notNull: true };
const UNSET = { $null: true };

/** The same as `statusOf`, for the database. */
export function whereStatus(status: Status, now: Date): Where {
  const at = now.toISOString();
  switch (status) {
    case 'revoked':
      return { revokedAt: SET };
    case 'superseded':
      return { revokedAt: UNSET, supersededAt: SET };
    case 'expired':
      return { revokedAt: UNSET, supersededAt: UNSET, expiresAt: { $lte: at } };
    case 'valid':
      return {
        revokedAt: UNSET,
        supersededAt: UNSET,
        $or: [{ expiresAt: UNSET }, { expiresAt: { $gt: at } }],
      };
  }
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600 * 1000).toISOString();

/** The filters as a where-clause; `permitted` narrows it to what the user may see. */
export function whereOf(filters: ListFilters, permitted: Where, now: Date): Where {
  const { search, kind, subject, status, from, to } = filters;
  const all: Where[] = [permitted];
  if (search) {
    all.push({
      $or: [
        { recipientName: { $containsi: search } },
        { serial: { $containsi: search } },
        { verificationCode: normaliseCode(search) },
      ],
    });
  }
  if (kind) all.push({ kind });
  if (subject) all.push({ subject });
  if (status) all.push(whereStatus(status, now));
  if (from) all.push({ issuedAt: { $gte: `${from}T00:00:00.000Z` } });
  if (to) all.push({ issuedAt: { $lt: nextDay(to) } });
  return { $and: all };
}
