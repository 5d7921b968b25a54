import { distributionOf } from './distribution';

const counts = (marks: number[], minimum: number, maximum: number, passMark: number) =>
  distributionOf(marks, { minimum, maximum, passMark }).map(({ count }) => count);

describe('the distribution of marks (M1)', () => {
  it('has one bar for each whole mark of a short scale', () => {
    expect(counts([1, 7, 7.25, 7.99, 10], 1, 10, 5)).toEqual([1, 0, 0, 0, 0, 0, 3, 0, 0, 1]);
  });

  it('has ten equal bars on a long scale, the highest mark in the last', () => {
    expect(counts([0, 9.99, 10, 55, 100], 0, 100, 50)).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('puts a mark on an edge into the bar that begins there', () => {
    const bins = distributionOf([1.7], { minimum: 0.5, maximum: 2.5, passMark: 1 });
    expect(bins.find(({ count }) => count === 1)).toMatchObject({ from: 1.7, to: 1.9 });
  });

  it('tells passed from failed inside a bar', () => {
    const bin = distributionOf([5.2, 5.6, 5.9], { minimum: 1, maximum: 10, passMark: 5.5 })[4];
    expect(bin).toEqual({ from: 5, to: 6, count: 3, passed: 2 });
  });

  it('of no marks is flat, and of a scale without width is empty', () => {
    expect(counts([], 1, 5, 3)).toEqual([0, 0, 0, 0, 0]);
    expect(distributionOf([5], { minimum: 5, maximum: 5, passMark: 5 })).toEqual([]);
  });
});
