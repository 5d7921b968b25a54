import type { GradebookRow } from '../../../shared/contracts/gradebook';
import { matchesSearch, nextSort, sortRows } from './row-order';

const row = (
  studentName: string,
  mark: number | null,
  username = studentName.toLowerCase(),
): GradebookRow => ({
  enrollmentKey: username,
  studentName,
  username,
  studentKey: 's',
  suspended: false,
  mark,
  feedback: '',
  revision: 0,
  progress: { done: 0, total: 0 },
});
const names = (rows: GradebookRow[]) => rows.map(({ studentName }) => studentName);

describe('the order of the rows (M1)', () => {
  const rows = [row('Zoe', 7), row('Álvaro', null), row('Bo', 10), row('Ana', 7)];

  it('by name is that of the language', () => {
    expect(names(sortRows(rows, { by: 'name', descending: false }, 'es'))).toEqual([
      'Álvaro',
      'Ana',
      'Bo',
      'Zoe',
    ]);
    expect(names(sortRows(rows, { by: 'name', descending: true }, 'es'))).toEqual([
      'Zoe',
      'Bo',
      'Ana',
      'Álvaro',
    ]);
  });

  it('by mark keeps students without one at the end, both ways, and equal marks by name', () => {
    expect(names(sortRows(rows, { by: 'mark', descending: false }, 'es'))).toEqual([
      'Ana',
      'Zoe',
      'Bo',
      'Álvaro',
    ]);
    expect(names(sortRows(rows, { by: 'mark', descending: true }, 'es'))).toEqual([
      'Bo',
      'Ana',
      'Zoe',
      'Álvaro',
    ]);
  });

  it('turns round at the second click on a column', () => {
    const byName = { by: 'name', descending: false } as const;
    expect(nextSort(byName, 'name')).toEqual({ by: 'name', descending: true });
    expect(nextSort({ by: 'name', descending: true }, 'mark')).toEqual({ by: 'mark', descending: false });
  });
});

describe('the search for a student (M1)', () => {
  it.each(['', 'lopez', 'LÓPEZ', 'mar lop', 'mlopez92'])('finds María López by %p', (search) => {
    expect(matchesSearch({ studentName: 'María López', username: 'mlopez92' }, search)).toBe(true);
  });

  it('finds nobody whose name lacks a word', () => {
    expect(matchesSearch({ studentName: 'María López', username: 'mlopez92' }, 'maría pérez')).toBe(false);
  });
});
