import { markProblem } from './mark-scale';

const scale = { minimum: 1, maximum: 10 };

describe('a mark (M3)', () => {
  it.each([1, 10, 7.25, 8.29, null])('may be %p', (mark) => {
    expect(markProblem(mark, scale)).toBeNull();
  });

  it.each([0.99, 10.01, -5, 0])('outside the scale, like %p, is refused', (mark) => {
    expect(markProblem(mark, scale)).toBe('outside-scale');
  });

  it.each(['8', '', undefined, Number.NaN, Infinity, [], true])(
    'that is no number, like %p, is refused',
    (mark) => {
      expect(markProblem(mark, scale)).toBe('not-a-number');
    },
  );

  it('with three decimals is refused', () => {
    expect(markProblem(7.125, scale)).toBe('too-many-decimals');
  });
});
