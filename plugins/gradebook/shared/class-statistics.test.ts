import { classStatistics } from './class-statistics';

describe('the statistics of a class (M1)', () => {
  it('leave out students without a mark', () => {
    expect(classStatistics([4, null, 8, 6, null], 5)).toEqual({
      students: 5,
      graded: 3,
      mean: 6,
      median: 6,
      passRate: 2 / 3,
    });
  });

  it('take the middle of the two middle marks as the median', () => {
    expect(classStatistics([10, 1, 7, 8], 5).median).toBe(7.5);
  });

  it('count the pass mark itself as a pass', () => {
    expect(classStatistics([5, 4.99], 5).passRate).toBe(0.5);
  });

  it('are empty before the first mark', () => {
    expect(classStatistics([null, null], 5)).toEqual({
      students: 2,
      graded: 0,
      mean: null,
      median: null,
      passRate: null,
    });
  });
});
