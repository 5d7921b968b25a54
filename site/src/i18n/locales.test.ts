import { localeOfPath, localePath } from './locales';

describe('the address of a page in both languages (H3)', () => {
  it.each([
    ['/', '/es'],
    ['/modules/PRO/lessons/loops', '/es/modules/PRO/lessons/loops'],
    ['/estimates', '/es/estimates'],
  ])('%s is %s in Spanish, and back', (english, spanish) => {
    expect(localePath(english, 'es')).toBe(spanish);
    expect(localePath(spanish, 'en')).toBe(english);
    expect(localePath(spanish, 'es')).toBe(spanish);
  });

  it('tells the language by the first part alone', () => {
    expect(['/es', '/es/modules', '/estimates', '/modules/es'].map(localeOfPath)).toEqual([
      'es',
      'es',
      'en',
      'en',
    ]);
  });
});
