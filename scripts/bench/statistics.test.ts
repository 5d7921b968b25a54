import { groupMeans, mean, median, p95, quantile } from './statistics.ts';

describe('the benchmark’s statistics', () => {
  it('take the middle value, or the mean of the two in the middle, in any order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('put 95 of 100 values below the 95th percentile', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(p95(values)).toBeCloseTo(95.05);
    expect(values.filter((value) => value < p95(values))).toHaveLength(95);
    expect([quantile(values, 0), quantile(values, 1)]).toEqual([1, 100]);
  });

  it('leave the values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('say nothing of no values', () => {
    expect(median([])).toBeNaN();
  });

  it('take groups together, and leave out what fills none', () => {
    expect(groupMeans([1, 3, 10, 20, 99], 2)).toEqual([2, 15]);
    expect(groupMeans([1], 2)).toEqual([]);
    expect(mean([1, 2, 6])).toBe(3);
  });
});
