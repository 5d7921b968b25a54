import { directionOf, inHtml, inPlainText } from './isolates';

const hello = (name: string) => `Hello, \u2068${name}\u2069!`;

describe('a name of another direction within a sentence (P5)', () => {
  it('is an element of its own in HTML', () => {
    expect(inHtml(hello('ليلى'))).toBe('Hello, <bdi>ليلى</bdi>!');
  });

  it('is isolated in text where it turns the line round, and only there', () => {
    expect(inPlainText(hello('ليلى'))).toBe(hello('ليلى'));
    expect(inPlainText(hello('a\u202eb'))).toBe(hello('a\u202eb'));
    expect(inPlainText(hello('Ñandú'))).toBe('Hello, Ñandú!');
  });

  it('cannot end its own isolation, nor open an element that is not closed', () => {
    expect(inHtml(hello('a\u2069b'))).toBe('Hello, <bdi>a</bdi>b\u2069!');
    expect(inHtml(hello('a\u2068b'))).toBe('Hello, \u2068a<bdi>b</bdi>!');
  });
});

it('knows which languages are written from the right', () => {
  expect(['en', 'es-MX', 'ar', 'he-IL', 'fa'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl', 'rtl']);
});
