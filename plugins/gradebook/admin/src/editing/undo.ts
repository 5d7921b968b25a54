import type { Draft, Field } from './draft';
import { draftReducer, type DraftAction } from './draft-reducer';

/** A draft that remembers what was typed before, step by step. */
export interface Undoable {
  draft: Draft;
  /** The edits before each step, oldest first. */
  past: Draft['edits'][];
  /** The cell that is being typed in: its letters are one step. */
  typing: string | null;
}

const STEPS_MAX = 200;

export const undoable = (draft: Draft): Undoable => ({ draft, past: [], typing: null });

/** A save ends what can be undone: what is stored is changed by typing, and stands in the history. */
export function undoReducer(state: Undoable, action: DraftAction | { type: 'undone' }): Undoable {
  const { draft, past, typing } = state;
  switch (action.type) {
    case 'undone': {
      const edits = past.at(-1);
      if (!edits) return state;
      return { draft: { ...draft, edits, refusals: {} }, past: past.slice(0, -1), typing: null };
    }
    case 'typed': {
      const cell = `${action.field} ${action.key}`;
      const before = typing === cell ? past : remembered(state);
      return { draft: draftReducer(draft, action), past: before, typing: cell };
    }
    case 'filled':
    case 'discarded':
    case 'took-theirs':
      return { draft: draftReducer(draft, action), past: remembered(state), typing: null };
    case 'saved':
      return undoable(draftReducer(draft, action));
    default:
      return { ...state, draft: draftReducer(draft, action), typing: null };
  }
}

const remembered = ({ draft, past }: Undoable): Undoable['past'] => [...past, draft.edits].slice(-STEPS_MAX);

/** Where undoing will change something first, in this order of rows: what to show. */
export function undoneCell({ draft, past }: Undoable, order: string[]): { key: string; field: Field } | null {
  const before = past.at(-1);
  if (!before) return null;
  for (const key of order) {
    for (const field of ['mark', 'feedback'] as const)
      if (before[key]?.[field] !== draft.edits[key]?.[field]) return { key, field };
  }
  return null;
}
