import type { GradebookRow } from '../../../shared/contracts/gradebook';
import { newDraft, type Draft } from './draft';
import { draftReducer, type DraftAction } from './draft-reducer';
import { changedCells, changesOf, contestedCells, currentMarks, faultyCells, problemOf } from './draft-view';

const row = (enrollmentKey: string, changes: Partial<GradebookRow> = {}): GradebookRow => ({
  enrollmentKey,
  studentName: enrollmentKey,
  username: enrollmentKey,
  studentKey: 's',
  suspended: false,
  mark: null,
  feedback: '',
  revision: 0,
  progress: { done: 0, total: 0 },
  ...changes,
});
const start = newDraft([row('ana', { mark: 7, revision: 2 }), row('bo'), row('cy')], {
  minimum: 1,
  maximum: 10,
  passMark: 5,
});
const after = (draft: Draft, ...actions: DraftAction[]): Draft => actions.reduce(draftReducer, draft);
const type = (key: string, text: string, field: 'mark' | 'feedback' = 'mark'): DraftAction => ({
  type: 'typed',
  key,
  field,
  text,
});

describe('unsaved changes (M2)', () => {
  it('are counted cell by cell, and one typed back is none', () => {
    const draft = after(start, type('ana', '8'), type('bo', '9'), type('bo', 'Good', 'feedback'));
    expect(changedCells(draft)).toHaveLength(3);
    expect(changedCells(after(draft, type('ana', '7,0')))).toHaveLength(2);
  });

  it('go out with the revision they were made upon, feedback only where it changed', () => {
    const draft = after(start, type('ana', '8,5'), type('bo', 'Write more', 'feedback'));
    expect(changesOf(draft)).toEqual([
      { enrollmentKey: 'ana', mark: 8.5, revision: 2 },
      { enrollmentKey: 'bo', mark: null, feedback: 'Write more', revision: 0 },
    ]);
  });

  it('are gone once saved, except what was typed meanwhile', () => {
    const sent = after(start, type('ana', '8'), type('bo', '9'));
    const draft = after(sent, type('bo', '10'), {
      type: 'saved',
      rows: [
        { enrollmentKey: 'ana', mark: 8, feedback: '', revision: 3 },
        { enrollmentKey: 'bo', mark: 9, feedback: '', revision: 1 },
      ],
    });
    expect(changesOf(draft)).toEqual([{ enrollmentKey: 'bo', mark: 10, revision: 1 }]);
  });

  it('come from a pasted column all at once, and can be discarded', () => {
    const draft = after(start, {
      type: 'filled',
      cells: [
        { enrollmentKey: 'ana', text: '' },
        { enrollmentKey: 'bo', text: '6' },
      ],
    });
    expect(currentMarks(draft)).toEqual([null, 6, null]);
    expect(changedCells(after(draft, { type: 'discarded' }))).toEqual([]);
  });
});

describe('a mark that is none (M3)', () => {
  it('is a fault of its cell and counts as the saved mark meanwhile', () => {
    const draft = after(start, type('ana', '11'), type('bo', 'nine'));
    expect(faultyCells(draft)).toEqual([
      { key: 'ana', field: 'mark' },
      { key: 'bo', field: 'mark' },
    ]);
    expect(currentMarks(draft)).toEqual([7, null, null]);
  });

  it('that the server refused is told beside its cell until that is typed in again', () => {
    const draft = after(start, type('ana', '8'), {
      type: 'refused',
      errors: [{ path: ['ana', 'mark'], message: 'not-enrolled', name: 'ValidationError' }],
    });
    expect(problemOf(draft, 'ana', 'mark')).toBe('not-enrolled');
    expect(problemOf(after(draft, type('ana', '9')), 'ana', 'mark')).toBeNull();
  });
});

describe('two teachers at once (M4)', () => {
  const theirs = { mark: 9, feedback: 'Splendid', revision: 3, changedBy: 'Grace Hopper' };
  const conflict: DraftAction = { type: 'conflicted', conflicts: [{ enrollmentKey: 'ana', ...theirs }] };

  it('the second has to choose in the cell both changed, and is told of the other one', () => {
    const draft = after(start, type('ana', '8'), conflict);
    expect(contestedCells(draft)).toEqual([{ key: 'ana', field: 'mark' }]);
    expect(draft.contests['ana']).toMatchObject({ theirs: { feedback: true }, changedBy: 'Grace Hopper' });
  });

  it('keeping mine sends it upon their revision, and leaves their feedback alone', () => {
    const draft = after(start, type('ana', '8'), conflict, { type: 'kept-mine', key: 'ana', field: 'mark' });
    expect(contestedCells(draft)).toEqual([]);
    expect(changesOf(draft)).toEqual([{ enrollmentKey: 'ana', mark: 8, revision: 3 }]);
  });

  it('taking theirs leaves nothing to save', () => {
    const draft = after(start, type('ana', '8'), conflict, {
      type: 'took-theirs',
      key: 'ana',
      field: 'mark',
    });
    expect(changesOf(draft)).toEqual([]);
    expect(currentMarks(draft)[0]).toBe(9);
  });

  it('who wrote the same has nothing to choose', () => {
    expect(contestedCells(after(start, type('ana', '9'), conflict))).toEqual([]);
  });

  it('a change elsewhere in the row is told, and my change is still there', () => {
    const draft = after(start, type('ana', 'Well done', 'feedback'), {
      type: 'conflicted',
      conflicts: [{ enrollmentKey: 'ana', ...theirs, feedback: '' }],
    });
    expect(contestedCells(draft)).toEqual([]);
    expect(draft.contests['ana']?.theirs).toEqual({ mark: true });
    expect(changesOf(draft)).toEqual([{ enrollmentKey: 'ana', mark: 9, feedback: 'Well done', revision: 3 }]);
  });
});
