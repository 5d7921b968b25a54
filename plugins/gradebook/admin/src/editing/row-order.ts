import type { GradebookRow } from '../../../shared/contracts/gradebook';

export interface Sort {
  by: 'name' | 'mark';
  descending: boolean;
}

/** A second click on the same column turns it round; another column begins upward. */
export const nextSort = (sort: Sort, by: Sort['by']): Sort => ({
  by,
  descending: sort.by === by && !sort.descending,
});

/** Rows without a mark come last either way: they are the ones nothing is known of. */
export function sortRows(rows: GradebookRow[], { by, descending }: Sort, locale: string): GradebookRow[] {
  const sign = descending ? -1 : 1;
  const byName = (a: GradebookRow, b: GradebookRow): number =>
    a.studentName.localeCompare(b.studentName, locale) || a.username.localeCompare(b.username, locale);
  const byMark = (a: GradebookRow, b: GradebookRow): number => {
    if (a.mark === null || b.mark === null) return Number(a.mark === null) - Number(b.mark === null);
    return sign * (a.mark - b.mark);
  };
  return [...rows].sort(
    by === 'name' ? (a, b) => sign * byName(a, b) : (a, b) => byMark(a, b) || byName(a, b),
  );
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word must occur in the name or the username; case and accents do not matter ("pena" finds Peña). */
export function matchesSearch(
  { studentName, username }: Pick<GradebookRow, 'studentName' | 'username'>,
  search: string,
): boolean {
  const text = plain(`${studentName} ${username}`);
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
