import type { ChangeProblem, GradebookRow } from '../../../shared/contracts/gradebook';
import { isCellChanged, type Draft, type Field } from '../editing/draft';
import { problemOf } from '../editing/draft-view';

export interface CellState {
  /** null: nothing typed, the saved value stands. */
  typed: string | null;
  unsaved: boolean;
  problem: ChangeProblem | null;
  /** Changed here and by somebody else: to be chosen. */
  contested: boolean;
  /** Changed by somebody else alone: to be told. */
  theirs: boolean;
}

/** One row of the table, as plain values: it is drawn again only when one of them changes. */
export interface RowState {
  row: GradebookRow;
  mark: CellState;
  feedback: CellState;
  /** Who made the changes that are contested or told. */
  changedBy: string | null;
  /** Marks that are none are told even while they are typed. */
  insist: boolean;
}

function cellState(draft: Draft, key: string, field: Field): CellState {
  return {
    typed: draft.edits[key]?.[field] ?? null,
    unsaved: isCellChanged(draft, key, field),
    problem: problemOf(draft, key, field),
    contested: Boolean(draft.contests[key]?.open[field]),
    theirs: Boolean(draft.contests[key]?.theirs[field]),
  };
}

/** @returns null for a row that is not there. */
export function rowState(draft: Draft, key: string): RowState | null {
  const row = draft.rows[key];
  if (!row) return null;
  return {
    row,
    mark: cellState(draft, key, 'mark'),
    feedback: cellState(draft, key, 'feedback'),
    changedBy: draft.contests[key]?.changedBy ?? null,
    insist: draft.attempted,
  };
}

/** Whether two states look the same on the screen. */
export function sameRow(a: RowState, b: RowState): boolean {
  const sameCell = (one: CellState, other: CellState): boolean =>
    one.typed === other.typed &&
    one.unsaved === other.unsaved &&
    one.problem === other.problem &&
    one.contested === other.contested &&
    one.theirs === other.theirs;
  return (
    a.row === b.row &&
    a.changedBy === b.changedBy &&
    a.insist === b.insist &&
    sameCell(a.mark, b.mark) &&
    sameCell(a.feedback, b.feedback)
  );
}
