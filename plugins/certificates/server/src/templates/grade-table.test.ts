import { paginate, ROW, rowsOf } from './grade-table';

const rows = (count: number, height = ROW) =>
  Array.from({ length: count }, (_, index) => ({ index, height }));
const taken = (name: string, code = 'ALG') => ({ code, name, mark: 9, maximumMark: 10 });

describe('the rows of the grade table', () => {
  it('are one line high for a usual name and higher for a long one, which is shown whole', () => {
    const long = 'Introducción a la programación orientada a objetos con énfasis en patrones de diseño';
    const [usual, high] = rowsOf([taken('Álgebra'), taken(long)], 451);
    expect(usual?.height).toBe(ROW);
    expect(high?.height).toBeGreaterThan(ROW);
    expect(high?.nameLines.join(' ')).toBe(long);
  });

  it('make room for a code that is wider than its column', () => {
    const [row] = rowsOf([taken('Álgebra', 'WWWWMMMMWWWW')], 451);
    expect(row?.codeLines.join('')).toBe('WWWWMMMMWWWW');
    expect(row?.height).toBeGreaterThan(ROW);
  });
});

describe('pagination', () => {
  const [first, next] = [ROW * 13, ROW * 22];

  it.each([
    [0, [0]],
    [1, [1]],
    [12, [12]],
    [13, [12, 1]],
    [33, [12, 21]],
    [60, [12, 21, 21, 6]],
  ])('shares %i rows out as %j', (count, shares) => {
    const pages = paginate(rows(count), first, next);
    expect(pages.map((page) => page.length)).toEqual(shares);
    expect(pages.flat()).toEqual(rows(count));
  });

  it('puts a row that is higher than a page on a page of its own', () => {
    expect(paginate(rows(2, 1000), first, next).map((page) => page.length)).toEqual([1, 1]);
  });
});
