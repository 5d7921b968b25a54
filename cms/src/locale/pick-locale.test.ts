import { localeOf, pickLocale } from './pick-locale';

const rows = [
  { documentId: 'a', locale: 'es', name: 'Bases' },
  { documentId: 'b', locale: 'en', name: 'Loops' },
  { documentId: 'a', locale: 'en', name: 'Basics' },
];

describe('the language of a text (H3)', () => {
  it('is the one asked for where there is a translation', () => {
    expect(pickLocale(rows, 'es').map((row) => row.name)).toEqual(['Bases', 'Loops']);
  });

  it('falls back to the default language', () => {
    expect(pickLocale(rows, 'en').map((row) => row.name)).toEqual(['Basics', 'Loops']);
  });

  it('is English when an unknown one is asked for', () => {
    expect([localeOf('es'), localeOf('fr'), localeOf(undefined), localeOf(['es'])]).toEqual([
      'es',
      'en',
      'en',
      'en',
    ]);
  });
});
