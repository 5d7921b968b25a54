import type { GradebookRow } from '../../../shared/contracts/gradebook';
import { newDraft } from './draft';
import { undoable, undoneCell, undoReducer, type Undoable } from './undo';

const row = (enrollmentKey: string, mark: number | null = null): GradebookRow => ({
  enrollmentKey,
  studentKey: enrollmentKey,
  studentName: enrollmentKey,
  username: enrollmentKey,
  suspended: false,
  mark,
  feedback: '',
  revision: 0,
  progress: { done: 0, total: 0 },
});
const start = undoable(newDraft([row('a', 5), row('b')], { minimum: 1, maximum: 10, passMark: 5 }));
const run = (...actions: Parameters<typeof undoReducer>[1][]): Undoable => actions.reduce(undoReducer, start);
const type = (key: string, text: string) => ({ type: 'typed', key, field: 'mark', text }) as const;
const UNDO = { type: 'undone' } as const;

describe('undoing (M2)', () => {
  it('takes back what was typed into one cell as a whole, then the cell before', () => {
    const typed = [type('a', '1'), type('a', '10'), type('b', '7')];
    expect(run(...typed, UNDO).draft.edits.b?.mark).toBeUndefined();
    expect(run(...typed, UNDO).draft.edits.a?.mark).toBe('10');
    expect(run(...typed, UNDO, UNDO).draft.edits).toEqual({});
  });

  it('takes back a pasted column in one step, and what discarding threw away', () => {
    const fill = {
      type: 'filled',
      cells: ['a', 'b'].map((enrollmentKey) => ({ enrollmentKey, text: '9' })),
    } as const;
    expect(run(type('b', '7'), fill, UNDO).draft.edits).toMatchObject({ b: { mark: '7' } });
    expect(run(type('b', '7'), { type: 'discarded' }, UNDO).draft.edits.b?.mark).toBe('7');
  });

  it('says which cell it will change, and does nothing where there is nothing left', () => {
    expect(undoneCell(run(type('b', '7')), ['a', 'b'])).toEqual({ key: 'b', field: 'mark' });
    expect(undoneCell(start, ['a', 'b'])).toBeNull();
    expect(run(UNDO)).toBe(start);
  });

  it('ends at a save', () => {
    const rows = [{ enrollmentKey: 'b', mark: 7, feedback: '', revision: 1 }];
    expect(run(type('b', '7'), { type: 'saved', rows }, UNDO).draft.rows.b?.mark).toBe(7);
  });
});
