import { CHANGES_MAX } from '../../../shared/contracts/gradebook';
import { parseSaveMarks } from './save-marks';

const change = { enrollmentKey: 'e1', mark: 8, revision: 0 };

describe('the body of a save', () => {
  it('may leave the feedback out, and keeps any mark for the scale to judge (M3)', () => {
    expect(parseSaveMarks({ changes: [{ ...change, mark: 'nine' }] }).changes).toEqual([
      { ...change, mark: 'nine' },
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['no list', { changes: 'all' }],
    ['no revision', { changes: [{ enrollmentKey: 'e1', mark: 8 }] }],
    ['a negative revision', { changes: [{ ...change, revision: -1 }] }],
    ['a field nobody knows', { changes: [{ ...change, gradedBy: 'Somebody' }] }],
    ['too many changes', { changes: Array.from({ length: CHANGES_MAX + 1 }, () => change) }],
  ])('with %s is refused', (_, body) => {
    expect(() => parseSaveMarks(body)).toThrow('The changes are not in the form they should have');
  });
});
