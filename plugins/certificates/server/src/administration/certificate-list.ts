import type { Core } from '@strapi/types';
import type { ListResponse } from '../../../shared/contracts/administration';
import { CERTIFICATE } from '../constants';
import type { Access } from './access';
import { whereOf, type ListFilters } from './list-query';
import { toListed } from './listed';

/** What was issued, as far as the user may see it. */
export async function listCertificates(
  strapi: Core.Strapi,
  access: Access,
  filters: ListFilters,
): Promise<ListResponse> {
  const now = new Date();
  const { page, pageSize, sort } = filters;
  const [field, direction] = sort.split(':') as [string, 'asc' | 'desc'];
  const where = whereOf(filters, access.where('read'), now);
  const [rows, total] = await strapi.db.query(CERTIFICATE).findWithCount({
    where,
    // The id last, so that rows of the same moment keep their place between two pages.
    orderBy: [{ [field]: direction }, { id: direction }],
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  return {
    data: rows.map((row) => toListed(row, now)),
    pagination: { page, pageSize, pageCount: Math.max(1, Math.ceil(total / pageSize)), total },
  };
}
