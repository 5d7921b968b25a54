import { useQueryParams } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import type { GradebookRow } from '../../../shared/contracts/gradebook';
import { matchesSearch, nextSort, sortRows, type Sort } from '../editing/row-order';

export const DEFAULT_PAGE_SIZE = 50;

export interface VisibleRows {
  /** All rows that the search finds, in order, over all pages. */
  found: string[];
  /** Those of the page that is shown. */
  shown: string[];
  pageCount: number;
  sort: Sort;
  sortBy: (by: Sort['by']) => void;
  search: string;
  setSearch: (text: string) => void;
  /** Turns to the page a row is on, and lifts the search, which may hide it. */
  turnTo: (key: string) => void;
}

/**
 * Search, order and page of the table. The order is taken when a heading is clicked and then kept: rows do not run away
 * from under a teacher who sorted by mark and is entering marks.
 */
export function useVisibleRows(rows: Record<string, GradebookRow>): VisibleRows {
  const { locale } = useIntl();
  const [{ query }, setQuery] = useQueryParams<{ page?: string; pageSize?: string }>();
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false });
  const [search, setSearchText] = useState('');
  const keysInOrder = (by: Sort): string[] =>
    sortRows(Object.values(rows), by, locale).map((row) => row.enrollmentKey);
  const [order, setOrder] = useState<string[]>(() => keysInOrder(sort));

  const found =
    search.trim() === '' ? order : order.filter((key) => rows[key] && matchesSearch(rows[key], search));
  const pageSize = Math.max(1, Number(query.pageSize) || DEFAULT_PAGE_SIZE);
  const pageCount = Math.max(1, Math.ceil(found.length / pageSize));
  // A page that is no longer there, because the search found fewer, is the last one.
  const page = Math.min(Math.max(1, Number(query.page) || 1), pageCount);

  return {
    found,
    shown: found.slice((page - 1) * pageSize, page * pageSize),
    pageCount,
    sort,
    sortBy: (by) => {
      const next = nextSort(sort, by);
      setSort(next);
      setOrder(keysInOrder(next));
    },
    search,
    setSearch: (text) => {
      setSearchText(text);
      if (page !== 1) setQuery({ page: '1' }, 'push', true);
    },
    turnTo: useCallback(
      (key: string) => {
        setSearchText('');
        setQuery({ page: String(Math.floor(Math.max(0, order.indexOf(key)) / pageSize) + 1) }, 'push', true);
      },
      [order, pageSize, setQuery],
    ),
  };
}
