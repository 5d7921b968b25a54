import { addressOfFile, localeOfPath, localePath } from './locales';

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

  it.each([
    ['/es/certificates/abc', '/certificates/abc'],
    ['/es/verify/CODE.json', '/verify/CODE.json'],
    ['/es/verify/CODE', null],
    ['/es/certificates', null],
    ['/certificates/abc', null],
  ])('%s is the file %s in every language', (asked, file) => {
    expect(addressOfFile(asked)).toBe(file);
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
