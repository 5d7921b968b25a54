import { sharedAddress } from './shared-pages';

const address = (url: string, headers = {}, method = 'GET') => sharedAddress(method, url, headers);

describe('a page that is shared by all visitors', () => {
  it.each(['/', '/es', '/catalog', '/es/catalog', '/modules/PRO', '/es/modules/PRO', '/teachers/ada-moreno'])(
    '%s is one',
    (url) => expect(address(url)).toBe(url),
  );

  it.each([
    ...[
      '/modules',
      '/login',
      '/profile/edit',
      '/modules/PRO/lessons/decisions',
      '/users/guido',
      '/fr',
      '/es/es',
    ],
    ...['/verify/ABC', '/modules/pro', '/modules/PRO/', '//catalog', '/catalog/../modules/PRO', '/%63atalog'],
  ])('%s is none', (url) => expect(address(url)).toBeNull());

  it.each([
    ['a session', { cookie: 'session=abc' }],
    ['a session among others', { cookie: 'a=b; session=abc' }],
    ['a session over HTTPS', { cookie: 'a=b;__Host-session=abc' }],
    ['a sentence for them', { cookie: 'flash=WyJzYXZlZCJd' }],
    ['credentials', { authorization: 'Bearer x' }],
  ])('is not for who has %s', (_what, headers) => expect(address('/', headers)).toBeNull());

  it('does not care about cookies it does not know', () => {
    expect(address('/', { cookie: 'obsession=1; flashlight=2' })).toBe('/');
  });

  it.each(['/?x=1', '/catalog?utm_source=a', '/?', '/?__proto__=1', '/catalog?q=anything'])(
    'has no parameters that nobody knows: %s',
    (url) => expect(address(url)).toBeNull(),
  );

  it('may have parameters whose few values are known, in one order, each once', () => {
    expect(address('/catalog?order=newest&length=short')).toBe('/catalog?length=short&order=newest');
    for (const url of [
      '/catalog?length=endless',
      '/catalog?page=10',
      '/catalog?open=yes&open=yes',
      '/?page=2',
    ])
      expect(address(url)).toBeNull();
  });

  it('leads nobody who chose Spanish into English (H3)', () => {
    expect(address('/', { cookie: 'language=es' })).toBeNull();
    expect(address('/', { cookie: 'a=b; language=en' })).toBe('/');
    expect(address('/es', { cookie: 'language=es' })).toBe('/es');
  });

  it.each(['POST', 'PUT', 'DELETE', undefined])('is read, and not sent to: %s', (method) => {
    expect(sharedAddress(method, '/', {})).toBeNull();
  });

  it('is the same whatever Host, forwarding and language say', () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'accept-language': 'es' };
    expect(address('/catalog', headers)).toBe('/catalog');
  });
});
