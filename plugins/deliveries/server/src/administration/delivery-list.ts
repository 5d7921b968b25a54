import type { Core } from '@strapi/types';
import type { ListResponse } from '../../../shared/contracts/administration';
import { DELIVERY } from '../constants';
import type { Access } from './access';
import { kindsIn, toListed } from './listed';
import { whereOf, type ListFilters } from './list-query';

/** The mails that the user may see. */
export async function listDeliveries(
  strapi: Core.Strapi,
  access: Access,
  filters: ListFilters,
): Promise<ListResponse> {
  const { page, pageSize, sort, locale } = filters;
  const [field, direction] = sort.split(':') as [string, 'asc' | 'desc'];
  const [rows, total] = await strapi.db.query(DELIVERY).findWithCount({
    where: whereOf(filters, access.where('read')),
    // The id last, so that rows of the same moment keep their place between two pages.
    orderBy: [{ [field]: direction }, { id: direction }],
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const answers = await lastAnswers(
    strapi,
    rows.filter((row) => !row.lastError).map((row) => row.key),
  );
  const kinds = kindsIn(strapi, locale);
  return {
    data: rows.map((row) => toListed(row, kinds, answers.get(row.key) ?? null)),
    pagination: { page, pageSize, pageCount: Math.max(1, Math.ceil(total / pageSize)), total },
  };
}

/** What the server said last about each of these: one row each, however often it was tried. */
async function lastAnswers(strapi: Core.Strapi, keys: string[]): Promise<Map<string, string>> {
  const rows: { delivery_key: string; answer: string | null }[] = await strapi.db
    .connection('delivery_attempts')
    .distinctOn('delivery_key')
    .select('delivery_key', 'answer')
    .whereIn('delivery_key', keys)
    .orderBy(['delivery_key', { column: 'id', order: 'desc' }]);
  return new Map(rows.flatMap(({ delivery_key, answer }) => (answer ? [[delivery_key, answer]] : [])));
}
