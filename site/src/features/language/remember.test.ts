import { isChosenHere, rememberedStart, toRememberedStart } from './remember';

const visit = (address: string, language?: string, method = 'GET') =>
  toRememberedStart({
    url: new URL(address, 'https://lumino.example'),
    request: {
      method,
      headers: new Headers(language === undefined ? {} : { cookie: `session=x; language=${language}` }),
    },
  } as never);

describe('a remembered language (H3)', () => {
  it('leads from the start page to the start page in it', () => {
    const answer = visit('/?from=mail', 'es');
    expect(answer?.status).toBe(302);
    expect(answer?.headers.get('location')).toBe('/es?from=mail');
    expect(answer?.headers.get('cache-control')).toContain('no-store');
  });

  it.each([
    ['/', undefined],
    ['/', 'en'],
    ['/', 'fr'],
    ['/', '//evil.example'],
    ['/es', 'en'],
    ['/modules/PRO', 'es'],
    ['/catalog', 'es'],
  ])('changes nothing at %s with %p', (address, language) => expect(visit(address, language)).toBeNull());

  it.each(['xlanguage=es', 'language=es-MX', 'language=ES', 'language=', ''])('is not in %p', (cookies) =>
    expect(rememberedStart(cookies)).toBeNull(),
  );

  it('changes nothing about a form that is sent', () => expect(visit('/', 'es', 'POST')).toBeNull());
});

describe('choosing a language', () => {
  const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' };
  const chosen = (more: Record<string, string>) => isChosenHere(new Headers({ ...headers, ...more }));

  it('is following a link of ours', () => expect(chosen({})).toBe(true));
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-mode': 'no-cors' },
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
  ])('is not %p', (more: Record<string, string | undefined>) =>
    expect(chosen(more as Record<string, string>)).toBe(false),
  );
  it('is not what a program without a browser does', () => expect(isChosenHere(new Headers())).toBe(false));
});
