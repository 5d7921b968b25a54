import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { PAGE_SIZES, SORTS, type ListQuery, type Sort } from '../../../shared/contracts/administration';
import { DELIVERY_STATES } from '../../../shared/contracts/deliveries';

const oneOf = <Value extends string>(known: readonly Value[], value: string | null): Value | undefined =>
  known.find((one) => one === value);

/**
 * The filters, kept in the address: they survive a reload, the way back, and a link to a colleague. What is typed into the
 * search stays out of it: it may be somebody's address.
 */
export function useListQuery(): {
  query: ListQuery;
  change(to: Partial<ListQuery>): void;
  hasFilters: boolean;
} {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const query: ListQuery = {
      page: Number(params.get('page')) || 1,
      pageSize: Number(params.get('pageSize')) || PAGE_SIZES[0],
      sort: oneOf<Sort>(SORTS, params.get('sort')) ?? 'queuedAt:desc',
      state: oneOf(DELIVERY_STATES, params.get('state')),
      kind: params.get('kind') ?? undefined,
      from: params.get('from') ?? undefined,
      to: params.get('to') ?? undefined,
    };
    return {
      query,
      hasFilters: Boolean(query.state || query.kind || query.from || query.to),
      change: (to) =>
        setParams((before) => {
          const next = new URLSearchParams(before);
          // Another list begins at its first page.
          if (!('page' in to)) next.delete('page');
          for (const [key, value] of Object.entries(to)) {
            if (value) next.set(key, String(value));
            else next.delete(key);
          }
          return next;
        }),
    };
  }, [params, setParams]);
}
