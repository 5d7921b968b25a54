import { channels, number } from './number';

describe('a number in a PDF', () => {
  it.each([
    [1, '1'],
    [0.5, '.5'],
    [-0.25, '-.25'],
    [12.3456, '12.35'],
    [-0.001, '0'],
    [100, '100'],
    [1e-9, '0'],
  ])('%d is written as %s', (value, written) => expect(number(value)).toBe(written));

  it('keeps the zeros of a whole number', () => expect(number(600, 0)).toBe('600'));

  it('writes colours in long and short notation alike', () => {
    expect(channels('#ff8800')).toBe(channels('#f80'));
    expect(channels('#ffffff')).toBe('1 1 1');
  });
});
