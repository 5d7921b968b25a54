import type { ChangeError, MarkConflict, SavedGrade } from '../../../shared/contracts/gradebook';
import { isCellChanged, type Contest, type Draft, type Field } from './draft';

export type DraftAction =
  | { type: 'typed'; key: string; field: Field; text: string }
  | { type: 'filled'; cells: { enrollmentKey: string; text: string }[] }
  | { type: 'attempted' }
  | { type: 'saved'; rows: SavedGrade[] }
  | { type: 'refused'; errors: ChangeError[] }
  | { type: 'conflicted'; conflicts: MarkConflict[] }
  | { type: 'kept-mine'; key: string; field: Field }
  | { type: 'took-theirs'; key: string; field: Field }
  | { type: 'discarded' };

export function draftReducer(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'typed':
      return typed(draft, action.key, action.field, action.text);
    case 'filled':
      return filled(draft, action.cells);
    case 'attempted':
      return { ...draft, attempted: true };
    case 'saved':
      return saved(draft, action.rows);
    case 'refused':
      return refused(draft, action.errors);
    case 'conflicted':
      return action.conflicts.reduce(conflicted, draft);
    case 'kept-mine':
      return settled(draft, action.key, action.field);
    case 'took-theirs':
      return settled(withoutEdit(draft, action.key, action.field), action.key, action.field);
    case 'discarded':
      return { ...draft, edits: {}, refusals: {}, contests: {}, attempted: false };
  }
}

function typed(draft: Draft, key: string, field: Field, text: string): Draft {
  const { [field]: _refusal, ...otherRefusals } = draft.refusals[key] ?? {};
  return {
    ...draft,
    edits: { ...draft.edits, [key]: { ...draft.edits[key], [field]: text } },
    refusals: { ...draft.refusals, [key]: otherRefusals },
  };
}

/** All at once: a copy of the whole class for each of its cells would take seconds. */
function filled(draft: Draft, cells: { enrollmentKey: string; text: string }[]): Draft {
  const [edits, refusals] = [{ ...draft.edits }, { ...draft.refusals }];
  for (const { enrollmentKey: key, text } of cells) {
    edits[key] = { ...edits[key], mark: text };
    const { mark: _refusal, ...others } = refusals[key] ?? {};
    refusals[key] = others;
  }
  return { ...draft, edits, refusals };
}

function withoutEdit(draft: Draft, key: string, field: Field): Draft {
  const { [field]: _text, ...others } = draft.edits[key] ?? {};
  return { ...draft, edits: { ...draft.edits, [key]: others } };
}

/** What was typed while the save was on its way stays: only texts that are now saved are dropped. */
function saved(draft: Draft, grades: SavedGrade[]): Draft {
  const next: Draft = {
    ...draft,
    ...{ rows: { ...draft.rows }, edits: { ...draft.edits }, refusals: {}, contests: {}, attempted: false },
  };
  for (const grade of grades) {
    const key = grade.enrollmentKey;
    const row = next.rows[key];
    if (row) next.rows[key] = { ...row, ...grade };
    for (const field of ['mark', 'feedback'] as const) {
      if (isCellChanged(next, key, field)) continue;
      const { [field]: _text, ...others } = next.edits[key] ?? {};
      next.edits[key] = others;
    }
  }
  return next;
}

function refused(draft: Draft, errors: ChangeError[]): Draft {
  const refusals = { ...draft.refusals };
  for (const { path, message } of errors) refusals[path[0]] = { ...refusals[path[0]], [path[1]]: message };
  return { ...draft, refusals, attempted: true };
}

/**
 * Takes over what somebody else wrote as the saved state, which makes the next save legal, and opens a choice for each
 * cell that was changed on both sides, differently. So nothing typed here is lost, and nothing of theirs either (M4).
 */
function conflicted(draft: Draft, { enrollmentKey: key, changedBy, ...theirs }: MarkConflict): Draft {
  const row = draft.rows[key];
  if (!row) return draft;
  const next: Draft = { ...draft, rows: { ...draft.rows, [key]: { ...row, ...theirs } } };
  const contest: Contest = { open: {}, theirs: {}, changedBy };
  for (const field of ['mark', 'feedback'] as const) {
    if (row[field] === theirs[field]) continue;
    if (!isCellChanged(draft, key, field)) contest.theirs[field] = true;
    else if (isCellChanged(next, key, field)) contest.open[field] = true;
  }
  return { ...next, contests: { ...draft.contests, [key]: contest } };
}

function settled(draft: Draft, key: string, field: Field): Draft {
  const contest = draft.contests[key];
  if (!contest) return draft;
  const { [field]: _settled, ...open } = contest.open;
  return { ...draft, contests: { ...draft.contests, [key]: { ...contest, open } } };
}
