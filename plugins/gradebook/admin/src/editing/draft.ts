import type { ChangeProblem, GradebookRow } from '../../../shared/contracts/gradebook';
import type { Scale } from '../../../shared/mark-scale';
import { readMark, type TypedMark } from '../../../shared/read-mark';

export type Field = 'mark' | 'feedback';

/** What somebody else wrote into a row meanwhile; their values stand in `rows`. */
export interface Contest {
  /** Cells that were changed on both sides: somebody has to choose. */
  open: Partial<Record<Field, true>>;
  /** Cells that were changed on their side only: to be told, until the next save. */
  theirs: Partial<Record<Field, true>>;
  changedBy: string | null;
}

/** A gradebook that is being edited: what the server has, and on top of it what has been typed and is not yet saved. */
export interface Draft {
  scale: Scale;
  /** As the server has them, by enrollmentKey. */
  rows: Record<string, GradebookRow>;
  /** The texts of cells that were typed in. They may equal what is saved: `draft-view` tells. */
  edits: Record<string, Partial<Record<Field, string>>>;
  /** What the server refused, until the cell is typed in again. */
  refusals: Record<string, Partial<Record<Field, ChangeProblem>>>;
  contests: Record<string, Contest>;
  /** A save was tried with marks that are none: from now on they are shown also in the cell that is typed in. */
  attempted: boolean;
}

export function newDraft(rows: GradebookRow[], scale: Scale): Draft {
  return {
    scale,
    rows: Object.fromEntries(rows.map((row) => [row.enrollmentKey, row])),
    edits: {},
    refusals: {},
    contests: {},
    attempted: false,
  };
}

/** The mark of a row as it would be saved. */
export function markOf(draft: Draft, key: string): TypedMark {
  const typed = draft.edits[key]?.mark;
  return typed === undefined
    ? { ok: true, mark: draft.rows[key]?.mark ?? null }
    : readMark(typed, draft.scale);
}

export function feedbackOf(draft: Draft, key: string): string {
  return draft.edits[key]?.feedback ?? draft.rows[key]?.feedback ?? '';
}

/** Whether a cell holds something other than what is saved; "7,0" where 7 is saved does not. */
export function isCellChanged(draft: Draft, key: string, field: Field): boolean {
  const row = draft.rows[key];
  if (!row || draft.edits[key]?.[field] === undefined) return false;
  if (field === 'feedback') return feedbackOf(draft, key) !== row.feedback;
  const typed = markOf(draft, key);
  return !typed.ok || typed.mark !== row.mark;
}
