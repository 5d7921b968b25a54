import { type Finished } from './finished';
import { keepPages, type Rendered } from './kept-pages';

const page = (text: string, status = 200, headers: Record<string, string> = {}): Rendered => ({
  status,
  headers: new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private',
    ...headers,
  }),
  body: Buffer.from(text),
});
const textOf = (answer: Finished | Rendered): string =>
  ('bodies' in answer ? answer.bodies.identity : answer.body).toString();
const isFinished = (answer: Finished | Rendered): boolean => 'bodies' in answer;

describe('pages that are kept', () => {
  let rendered: string[];
  let next: (address: string) => Promise<Rendered>;
  const start = (maxBytes = 1_000_000) =>
    keepPages(maxBytes, (address) => {
      rendered.push(address);
      return next(address);
    });
  beforeEach(() => {
    rendered = [];
    next = async (address) => page(`${address} ${rendered.length}`);
  });

  it('are made once for a revision, also for a hundred visitors at once', async () => {
    const pages = start();
    const answers = await Promise.all(Array.from({ length: 100 }, () => pages.get('/', '1')));
    expect(new Set(answers.map(textOf))).toEqual(new Set(['/ 1']));
    expect(textOf(await pages.get('/', '1'))).toBe('/ 1');
    expect(rendered).toEqual(['/']);
  });

  it('are made anew for another revision', async () => {
    const pages = start();
    await pages.get('/', '1');
    expect(textOf(await pages.get('/', '2'))).toBe('/ 2');
  });

  it('tell browsers and proxies to keep them and to ask each time, apart from readers’ own', async () => {
    const { headers } = (await start().get('/', '1')) as Finished;
    expect(headers.identity).toEqual(
      expect.arrayContaining(['Cache-Control', 'public, no-cache', 'Vary', 'Accept-Encoding, Cookie']),
    );
    expect(headers.identity).not.toContain('private');
  });

  it('are shown when nobody knows the revision, and when making them anew fails', async () => {
    const pages = start();
    await pages.get('/', '1');
    expect(textOf(pages.kept('/') as Finished)).toBe('/ 1');
    next = async () => page('away', 503);
    expect(textOf(await pages.get('/', '2'))).toBe('/ 1');
    next = () => Promise.reject(new Error('broken'));
    expect(textOf(await pages.get('/', '2'))).toBe('/ 1');
  });

  it('are none when making fails the first time: the fault is told, and not kept', async () => {
    const pages = start();
    next = async () => page('away', 503);
    expect(isFinished(await pages.get('/', '1'))).toBe(false);
    expect(pages.kept('/')).toBeUndefined();
    next = async () => page('back');
    expect(textOf(await pages.get('/', '1'))).toBe('back');
  });

  it('do not come up again once their author has taken them back', async () => {
    const pages = start();
    await pages.get('/modules/PRO', '1');
    next = async () => page('not found', 404);
    await pages.get('/modules/PRO', '2');
    expect(pages.kept('/modules/PRO')).toBeUndefined();
    next = async () => page('away', 503);
    expect(textOf(await pages.get('/modules/PRO', '3'))).toBe('away');
  });

  it.each([
    ['sets a cookie', page('x', 200, { 'set-cookie': 'session=secret' })],
    ['was not found', page('x', 404)],
    ['leads elsewhere', page('', 303)],
    ['is no page', page('{}', 200, { 'content-type': 'application/json' })],
  ])('are never made of an answer that %s', async (_what, answer) => {
    const pages = start();
    next = async () => answer;
    await pages.get('/', '1');
    await pages.get('/', '1');
    expect(rendered).toHaveLength(2);
  });

  it('carry nothing of the request they were made for', async () => {
    next = async () =>
      page('x', 200, { 'x-request-id': 'of-the-first', 'x-content-type-options': 'nosniff' });
    const { headers } = (await start().get('/', '1')) as Finished;
    expect(headers.identity).not.toContain('of-the-first');
    expect(headers.identity).toEqual(expect.arrayContaining(['X-Content-Type-Options', 'nosniff']));
  });

  it('never take more than their bound', async () => {
    const pages = start(30_000);
    next = async (address) => page(address.repeat(5_000));
    for (const address of ['/a', '/b', '/c']) await pages.get(address, '1');
    rendered = [];
    await pages.get('/c', '1');
    await pages.get('/a', '1');
    expect(rendered).toEqual(['/a']);
  });
});
