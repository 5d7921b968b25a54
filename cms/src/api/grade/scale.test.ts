import { markProblem } from './scale';

const scale = { minimum: 1, maximum: 10 };

describe('a mark (M3)', () => {
  it.each([1, 10, 7.25, '8', null, undefined, ''])('may be %p', (mark) => {
    expect(markProblem(mark, scale)).toBeNull();
  });

  it('outside the scale is refused with both ends named', () => {
    expect(markProblem(11, scale)).toBe('A mark lies between 1 and 10; 11 does not');
    expect(markProblem(0.99, scale)).toMatch('between 1 and 10');
  });

  it('that is no number is refused', () => {
    expect(markProblem('nine', scale)).toBe('A mark is a number from 1 to 10');
    expect(markProblem(Number.NaN, scale)).toBe('A mark is a number from 1 to 10');
  });

  it('with three decimals is refused', () => {
    expect(markProblem(7.123, scale)).toBe('A mark has at most two decimals');
  });
});
