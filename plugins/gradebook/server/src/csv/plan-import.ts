import {
  FEEDBACK_MAX_LENGTH,
  type GradebookRow,
  type ImportProblem,
  type MarkChange,
  type PlannedChange,
} from '../../../shared/contracts/gradebook';
import type { Scale } from '../../../shared/mark-scale';
import { readMark } from '../../../shared/read-mark';
import type { CsvRow } from './read-rows';
import { withoutDefusing } from './write-csv';

export interface ImportPlan {
  changes: MarkChange[];
  /** The same, for whoever looks at them before. */
  planned: PlannedChange[];
  problems: ImportProblem[];
}

/** Cells are named in the report, and may be a megabyte. */
const SHOWN = 40;
const shown = (cell: string): string => (cell.length > SHOWN ? `${cell.slice(0, SHOWN)}…` : cell);

/** What a file would change in a class, and what is wrong with it, row by row. Writes nothing. */
export function planImport(csv: CsvRow[], roster: GradebookRow[], scale: Scale): ImportPlan {
  const studentOf = new Map(roster.map((row) => [row.username.toLowerCase(), row]));
  const seen = new Map<string, number>();
  const plan: ImportPlan = { changes: [], planned: [], problems: [] };
  for (const { row, cells } of csv) {
    const username = withoutDefusing((cells.username ?? '').trim());
    const wrong = (
      column: ImportProblem['column'],
      problem: ImportProblem['problem'],
      cell = username,
    ): void => {
      plan.problems.push({ row, column, problem, cell: shown(cell) });
    };
    const student = studentOf.get(username.toLowerCase());
    if (!student) {
      wrong('username', username ? 'unknown-student' : 'no-student');
      continue;
    }
    const before = seen.get(student.enrollmentKey);
    if (before !== undefined) {
      wrong('username', 'twice');
      continue;
    }
    seen.set(student.enrollmentKey, row);
    const change = changeOf(cells, student, scale, wrong);
    if (!change) continue;
    plan.changes.push(change);
    plan.planned.push({
      row,
      student: student.studentName,
      from: student.mark,
      to: change.mark,
      ...(change.feedback === undefined ? {} : { feedback: shown(change.feedback) }),
    });
  }
  return plan;
}

function changeOf(
  cells: CsvRow['cells'],
  student: GradebookRow,
  scale: Scale,
  wrong: (column: ImportProblem['column'], problem: ImportProblem['problem'], cell: string) => void,
): MarkChange | null {
  const cell = withoutDefusing(cells.mark ?? '');
  const typed = readMark(cell, scale);
  if (!typed.ok) wrong('mark', typed.problem, cell);
  // A spreadsheet writes line breaks of its own.
  const feedback =
    cells.feedback === undefined ? undefined : withoutDefusing(cells.feedback.replaceAll('\r\n', '\n'));
  const isTooLong = (feedback?.length ?? 0) > FEEDBACK_MAX_LENGTH;
  if (isTooLong) wrong('feedback', 'feedback-too-long', feedback as string);
  if (!typed.ok || isTooLong) return null;

  const saysOther = feedback !== undefined && feedback !== student.feedback;
  if (typed.mark === student.mark && !saysOther) return null;
  const revision = (cells.revision ?? '').trim();
  if (revision !== '' && Number(revision) !== student.revision) {
    wrong('revision', 'changed-meanwhile', revision);
    return null;
  }
  return {
    enrollmentKey: student.enrollmentKey,
    mark: typed.mark,
    ...(saysOther ? { feedback } : {}),
    revision: student.revision,
  };
}
