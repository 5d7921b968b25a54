import { createCms, Unavailable } from './client';

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const seen: { url: string; init: RequestInit }[] = [];
  const readers: unknown[] = [];
  const cms = createCms({
    baseUrl: 'http://cms',
    token: 'secret',
    address: '203.0.113.7',
    requestId: 'r1',
    siteSecret: 'shared',
    onReader: (me) => readers.push(me),
    fetch: (async (url: string, init: RequestInit) => {
      seen.push({ url, init });
      return new Response(body === null ? null : JSON.stringify(body), { status, headers });
    }) as never,
  });
  return { cms, seen, readers };
};

describe('the client of the cms', () => {
  it('passes on who reads: session, address, request', async () => {
    const { cms, seen } = answering(200, {});
    await cms.module('A/B', 'en');
    expect(seen[0]?.url).toBe('http://cms/api/catalog/A%2FB?locale=en');
    expect(seen[0]?.init.headers).toMatchObject({
      Authorization: 'Bearer secret',
      'X-Forwarded-For': '203.0.113.7',
      'X-Request-Id': 'r1',
      'X-Lumino-Site': 'shared',
    });
  });

  it('hears from an answer who reads, whatever letters they are written in', async () => {
    const me = { username: 'zoë', firstName: 'Зоя' };
    const reader = Buffer.from(JSON.stringify(me)).toString('base64url');
    const { cms, readers } = answering(200, {}, { 'X-Lumino-Reader': reader });
    await cms.module('PRO', 'en');
    expect(readers).toEqual([me]);
  });

  it('opens a lesson by another cms where one breaks off: twice is once', async () => {
    const asked: string[] = [];
    const cms = createCms({
      ...{ baseUrl: 'http://one,http://two', token: 'secret', address: '203.0.113.7', requestId: 'r1' },
      fetch: (async (url: string) => {
        asked.push(url);
        if (asked.length > 1) return Response.json({ title: 'Loops' });
        throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'UND_ERR_SOCKET' } });
      }) as never,
    });
    expect(await cms.openLesson('PRO', 'loops', 'en')).toEqual({ ok: true, value: { title: 'Loops' } });
    expect(asked).toHaveLength(2);
  });

  it('turns faulty fields into one code for each', async () => {
    const { cms } = answering(400, {
      error: { details: { errors: [{ path: ['username'], message: 'required' }] } },
    });
    expect(await cms.logIn({ identifier: '', password: '' })).toEqual({
      ok: false,
      problem: 'fields',
      errors: { username: 'required' },
    });
  });

  it('keeps the reason of a refusal', async () => {
    const { cms } = answering(409, { error: { details: { reason: 'has-mark', modules: ['PRO'] } } });
    expect(await cms.unenroll(['PRO'])).toEqual({
      ok: false,
      problem: 'refused',
      reason: 'has-mark',
      modules: ['PRO'],
    });
  });

  it('says how long to wait when there was too much (P7)', async () => {
    const { cms } = answering(429, { error: { details: { reason: 'too-many', retryAfter: 42 } } });
    expect(await cms.logIn({ identifier: 'a', password: 'b' })).toMatchObject({
      problem: 'too-many',
      retryAfter: 42,
    });
    await expect(cms.verify('CODE')).rejects.toThrow(Unavailable);
  });

  it('says that the cms is away when it fails', async () => {
    await expect(answering(502, null).cms.me()).rejects.toThrow(Unavailable);
  });
});
