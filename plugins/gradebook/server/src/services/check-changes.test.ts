import { conflictsOf, problemsOf } from './check-changes';

const scale = { minimum: 1, maximum: 10, passMark: 5 };
const change = (enrollmentKey: string, mark: unknown, revision = 0) => ({ enrollmentKey, mark, revision });

describe('changes to marks', () => {
  it('are refused cell by cell, each with its own reason (M3)', () => {
    const changes = [
      change('ana', 8),
      change('bo', 11),
      change('cy', 'nine'),
      change('di', null),
      change('ed', 7.125),
    ];
    expect(problemsOf(changes, scale)).toEqual([
      { path: ['bo', 'mark'], message: 'outside-scale', name: 'ValidationError' },
      { path: ['cy', 'mark'], message: 'not-a-number', name: 'ValidationError' },
      { path: ['ed', 'mark'], message: 'too-many-decimals', name: 'ValidationError' },
    ]);
  });

  it('name a student once', () => {
    expect(problemsOf([change('ana', 8), change('ana', 9)], scale)).toMatchObject([{ message: 'twice' }]);
  });

  it('keep feedback to its length', () => {
    const long = { ...change('ana', 8), feedback: 'x'.repeat(4001) };
    expect(problemsOf([long], scale)).toMatchObject([
      { path: ['ana', 'feedback'], message: 'feedback-too-long' },
    ]);
  });
});

describe('a save over somebody else’s (M4)', () => {
  const stored = new Map([
    [
      'ana',
      {
        documentId: 'g1',
        enrollmentKey: 'ana',
        mark: 9,
        feedback: 'Good',
        revision: 3,
        gradedBy: 'Grace Hopper',
      },
    ],
  ]);

  it('is a conflict that tells what stands there now and who wrote it', () => {
    expect(conflictsOf([{ ...change('ana', 8, 2), mark: 8 }], stored)).toEqual([
      { enrollmentKey: 'ana', mark: 9, feedback: 'Good', revision: 3, changedBy: 'Grace Hopper' },
    ]);
  });

  it('is a conflict for two first marks at once, and for a grade that is gone', () => {
    expect(conflictsOf([{ ...change('ana', 8, 0), mark: 8 }], stored)).toHaveLength(1);
    expect(conflictsOf([{ ...change('bo', 8, 1), mark: 8 }], stored)).toEqual([
      { enrollmentKey: 'bo', mark: null, feedback: '', revision: 0, changedBy: null },
    ]);
  });

  it('is none upon the stored revision, nor for a first mark', () => {
    expect(
      conflictsOf(
        [
          { ...change('ana', 8, 3), mark: 8 },
          { ...change('bo', 8, 0), mark: 8 },
        ],
        stored,
      ),
    ).toEqual([]);
  });
});
