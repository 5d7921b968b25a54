/** Of the marks that are set. Nothing is rounded: whoever shows a number rounds it. */
export interface ClassStatistics {
  students: number;
  graded: number;
  mean: number | null;
  median: number | null;
  /** Between 0 and 1: graded students at or above the pass mark. */
  passRate: number | null;
}

/** @param marks one for each student; null where there is no mark yet. */
export function classStatistics(marks: (number | null)[], passMark: number): ClassStatistics {
  const set = marks.filter((mark): mark is number => mark !== null).sort((a, b) => a - b);
  const graded = set.length;
  if (graded === 0) return { students: marks.length, graded, mean: null, median: null, passRate: null };
  const middle = Math.floor(graded / 2);
  const upper = set[middle] as number;
  return {
    students: marks.length,
    graded,
    mean: set.reduce((sum, mark) => sum + mark, 0) / graded,
    median: graded % 2 === 1 ? upper : ((set[middle - 1] as number) + upper) / 2,
    passRate: set.filter((mark) => mark >= passMark).length / graded,
  };
}
