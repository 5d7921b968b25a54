import { readMark, writeMark } from './read-mark';

const scale = { minimum: 1, maximum: 10, passMark: 5 };

describe('what a teacher types as a mark (M2, M3)', () => {
  it.each([
    ['8', 8],
    ['7.5', 7.5],
    ['7,5', 7.5],
    ['  10 ', 10],
    ['7,', 7],
    ['+9', 9],
    ['8.29', 8.29],
  ])('%p is the mark %p', (text, mark) => {
    expect(readMark(text, scale)).toEqual({ ok: true, mark });
  });

  it.each(['', '   '])('nothing, like %p, means not graded yet', (text) => {
    expect(readMark(text, scale)).toEqual({ ok: true, mark: null });
  });

  it.each(['nine', '7.5.1', '8/10', '1e1', '-', ',', '٣', '0x8', '7 5'])('%p is no number', (text) => {
    expect(readMark(text, scale)).toEqual({ ok: false, problem: 'not-a-number' });
  });

  it.each(['11', '0,99', '-5', '100'])('%p is outside the scale', (text) => {
    expect(readMark(text, scale)).toEqual({ ok: false, problem: 'outside-scale' });
  });

  it.each(['7.125', '1.000', '1,000'])(
    '%p has too many decimals, and is not guessed to be thousands',
    (text) => {
      expect(readMark(text, scale)).toEqual({ ok: false, problem: 'too-many-decimals' });
    },
  );
});

describe('a mark in its cell', () => {
  it('has the decimal sign of the language and is read back as it was', () => {
    expect(writeMark(7.5, 'en')).toBe('7.5');
    expect(writeMark(7.5, 'es')).toBe('7,5');
    expect(readMark(writeMark(7.25, 'es'), scale)).toEqual({ ok: true, mark: 7.25 });
  });

  it('is not grouped, and empty where there is none', () => {
    expect(writeMark(1000, 'en')).toBe('1000');
    expect(writeMark(null, 'en')).toBe('');
  });
});
