import { catalogQuery, isNarrowed, searchOf } from './filter-query';

const of = (address: string) => catalogQuery(new URLSearchParams(address));

it('reads what a form sends, empty fields and all', () => {
  const query = of('q=+datos+&teacher=ada-moreno&length=short&language=es&open=yes&order=newest&page=2');
  expect(searchOf(query, 'en')).toEqual({
    locale: 'en',
    q: 'datos',
    teacher: 'ada-moreno',
    length: 'short',
    language: 'es',
    open: true,
    order: 'newest',
    page: 2,
  });
  expect(searchOf(of('q=&teacher=&length=&language=&order='), 'es')).toEqual({ locale: 'es', page: 1 });
});

it('reads what cannot be as not said', () =>
  expect(searchOf(of('length=huge&language=fr&open=perhaps&order=price&page=-1'), 'en')).toEqual({
    locale: 'en',
    page: 1,
  }));

it('leaves no control characters in the words, and only so many of them', () => {
  expect(of('q=a%00b%0Ac').q).toBe('a b c');
  expect(of(`q=${'x'.repeat(10_000)}`).q).toHaveLength(200);
});

it('knows when there is something to clear', () => {
  expect(isNarrowed(of('order=newest&page=3'))).toBe(false);
  for (const filter of ['q=a', 'teacher=a', 'length=long', 'language=es', 'open=yes'])
    expect(isNarrowed(of(filter))).toBe(true);
});
