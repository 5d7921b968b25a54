import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { GradebookRow } from '../../../shared/contracts/gradebook';
import { matchesSearch, nextSort, sortRows, type Sort } from '../editing/row-order';

export interface VisibleRows {
  /** All rows that the search finds, in order. */
  found: string[];
  sort: Sort;
  sortBy: (by: Sort['by']) => void;
  search: string;
  setSearch: (text: string) => void;
}

/**
 * Search and order of the table. The order is taken when a heading is clicked and then kept: rows do not run away from under
 * a teacher who sorted by mark and is entering marks.
 */
export function useVisibleRows(rows: Record<string, GradebookRow>): VisibleRows {
  const { locale } = useIntl();
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false });
  const [search, setSearch] = useState('');
  const keysInOrder = (by: Sort): string[] =>
    sortRows(Object.values(rows), by, locale).map((row) => row.enrollmentKey);
  const [order, setOrder] = useState<string[]>(() => keysInOrder(sort));

  return {
    found:
      search.trim() === '' ? order : order.filter((key) => rows[key] && matchesSearch(rows[key], search)),
    sort,
    sortBy: (by) => {
      const next = nextSort(sort, by);
      setSort(next);
      setOrder(keysInOrder(next));
    },
    search,
    setSearch,
  };
}
