import { readingMinutes } from './reading-time';

describe('the reading time of a lesson (L1)', () => {
  it('is counted from the words of all its sections', () => {
    const words = (n: number) => 'word '.repeat(n);
    expect(
      readingMinutes([
        { body: words(150) },
        { code: words(100) },
        { questions: [{ question: words(100), options: [{ text: words(25) }, { text: words(26) }] }] },
      ]),
    ).toBe(3);
  });

  it('is a minute at least', () => {
    expect(readingMinutes([])).toBe(1);
  });
});
