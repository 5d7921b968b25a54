import {
  FEEDBACK_MAX_LENGTH,
  type ChangeProblem,
  type GradebookRow,
  type MarkChange,
} from '../../../shared/contracts/gradebook';
import { feedbackOf, isCellChanged, markOf, type Draft, type Field } from './draft';

const FIELDS: Field[] = ['mark', 'feedback'];

export interface Cell {
  key: string;
  field: Field;
}

/** Cells that differ from what is saved: that many unsaved changes there are. */
export const changedCells = (draft: Draft): Cell[] =>
  Object.keys(draft.edits).flatMap((key) =>
    FIELDS.filter((field) => isCellChanged(draft, key, field)).map((field) => ({ key, field })),
  );

/** Cells where both sides changed something and nobody has chosen yet. */
export const contestedCells = (draft: Draft): Cell[] =>
  Object.entries(draft.contests).flatMap(([key, { open }]) =>
    FIELDS.filter((field) => open[field]).map((field) => ({ key, field })),
  );

/** What is wrong with a cell, or null. */
export function problemOf(draft: Draft, key: string, field: Field): ChangeProblem | null {
  const refusal = draft.refusals[key]?.[field];
  if (refusal) return refusal;
  if (field === 'feedback')
    return feedbackOf(draft, key).length > FEEDBACK_MAX_LENGTH ? 'feedback-too-long' : null;
  const typed = markOf(draft, key);
  return typed.ok ? null : typed.problem;
}

/** Changed cells that cannot be saved as they are, as far as this side knows. */
export const faultyCells = (draft: Draft): Cell[] =>
  changedCells(draft).filter(({ key, field }) => problemOf({ ...draft, refusals: {} }, key, field) !== null);

/** What to send. Only for a draft without faulty cells: a mark that is none counts as the saved one here. */
export function changesOf(draft: Draft): MarkChange[] {
  const keys = [...new Set(changedCells(draft).map(({ key }) => key))];
  return keys.map((key) => {
    const typed = markOf(draft, key);
    const row = draft.rows[key] as GradebookRow;
    return {
      enrollmentKey: key,
      mark: typed.ok ? typed.mark : row.mark,
      ...(isCellChanged(draft, key, 'feedback') ? { feedback: feedbackOf(draft, key) } : {}),
      revision: row.revision,
    };
  });
}

/** The marks of the class as they would be after a save. */
export const currentMarks = (draft: Draft): (number | null)[] =>
  Object.keys(draft.rows).map((key) => {
    const typed = markOf(draft, key);
    return typed.ok ? typed.mark : (draft.rows[key]?.mark ?? null);
  });
