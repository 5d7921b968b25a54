import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import http from 'node:http';
import { cms, people, sql, until } from './cms.ts';
import { changeModule, newModule, newTeacher } from './teaching.ts';

const SITE = new URL(process.env.SITE_URL as string);

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

/** As it goes over the line: nothing decoded, and any header may be sent. */
const get = (path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    http
      .request({ host: '127.0.0.1', port: SITE.port, path, method, headers: { host: SITE.host, ...headers } })
      .on('response', async (response) => {
        const bytes = Buffer.concat(await response.toArray());
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: String(bytes) });
      })
      .on('error', reject)
      .end();
  });

/** The cookie of a demo student's session. */
async function cookieOf(identifier: string): Promise<string> {
  const { body } = await cms()
    .post('/api/sessions')
    .send({ identifier, password: people.password })
    .expect(200);
  return `session=${body.token}`;
}

/** A change of content that changes nothing to be seen: whatever is kept has to be made anew. */
async function dropPages(): Promise<void> {
  await sql("update modules set name = name where code = 'PRO'");
  await pause(1_600);
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a page for visitors', () => {
  it('is one in each language, and what is no page has one address for all', async () => {
    const { status, headers } = await get('/es/verify/AAAA-AAAA-AAAA-AAAA.json?x=1');
    expect([status, headers.location]).toEqual([308, '/verify/AAAA-AAAA-AAAA-AAAA.json?x=1']);
  });

  it('comes compressed as the browser likes it, the same text each time', async () => {
    const plain = await get('/catalog');
    const br = await get('/catalog', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    const gz = await get('/catalog', { 'accept-encoding': 'gzip' });
    expect([plain, br, gz].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'br',
      'gzip',
    ]);
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(gz.bytes).equals(plain.bytes)).toBe(true);
    expect(br.bytes.length).toBeLessThan(plain.bytes.length / 4);
    for (const { headers, bytes } of [plain, br, gz]) {
      expect(headers['content-length']).toBe(String(bytes.length));
      expect(headers.vary).toMatch(/accept-encoding.*cookie/i);
      expect(headers['cache-control']).toBe('public, no-cache');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('is not sent again to a browser that has it: 304', async () => {
    const { headers } = await get('/modules/PRO');
    const again = await get('/modules/PRO', { 'if-none-match': headers.etag as string });
    expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    expect(again.headers['cache-control']).toBe('public, no-cache');
    expect((await get('/modules/PRO', { 'if-none-match': 'W/"another"' })).status).toBe(200);
    // An ETag belongs to one page.
    expect((await get('/modules/GIT', { 'if-none-match': headers.etag as string })).status).toBe(200);
  });

  it('answers HEAD as GET, without the text', async () => {
    const [head, whole] = [await get('/catalog', {}, 'HEAD'), await get('/catalog')];
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    expect(head.headers.etag).toBe(whole.headers.etag);
  });

  it('has a request id of its own each time, or the one that nginx gave', async () => {
    const [first, second] = [await get('/'), await get('/')];
    expect(first.headers['x-request-id']).not.toBe(second.headers['x-request-id']);
    const given = await get('/', { 'x-request-id': 'from-nginx-0001' });
    expect(given.headers['x-request-id']).toBe('from-nginx-0001');
  });
});

describe('a page of one reader never reaches another', () => {
  const expectOwn = (answer: Answer, username: string) => {
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`/users/${username}`);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.headers.etag).toBeUndefined();
  };
  const expectVisitors = (answer: Answer) => {
    expect(answer.status).toBe(200);
    expect(answer.text).not.toMatch(/\/users\/\w|\/logout/);
    expect(answer.headers['set-cookie']).toBeUndefined();
  };

  it.each([
    ['visitor, Guido, María, visitor', '/modules/PRO'],
    ['in Spanish', '/es/modules/PRO'],
    ['the catalogue', '/catalog'],
  ])('visitors first: %s', async (_which, path) => {
    const [guido, maria] = [await cookieOf('guido'), await cookieOf('maria')];
    await dropPages();
    const visitors = await get(path);
    expectVisitors(visitors);
    expectOwn(await get(path, { cookie: guido }), 'guido');
    expectOwn(await get(path, { cookie: maria }), 'maria');
    expect((await get(path)).text).toBe(visitors.text);
    // A browser that has the visitors' page, and has signed in since.
    expectOwn(await get(path, { cookie: guido, 'if-none-match': visitors.headers.etag as string }), 'guido');
  });

  it('readers first, and all at once', async () => {
    const cookies = { guido: await cookieOf('guido'), maria: await cookieOf('maria') };
    await dropPages();
    expectOwn(await get('/modules/GIT', { cookie: cookies.guido }), 'guido');
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const name = ([null, 'guido', 'maria'] as const)[index % 3];
        return { name, answer: await get('/modules/GIT', name ? { cookie: cookies[name as 'guido'] } : {}) };
      }),
    );
    for (const { name, answer } of answers)
      if (name) expectOwn(answer, name as string);
      else expectVisitors(answer);
  });

  it('a sentence for one reader is told to that reader alone', async () => {
    const flash = Buffer.from(JSON.stringify(['left', null])).toString('base64url');
    await dropPages();
    expect((await get('/', { cookie: `flash=${flash}` })).text).toContain('Good bye!');
    expect((await get('/')).text).not.toContain('Good bye!');
  });
});

describe('nobody can put something into the page of others', () => {
  it.each<[string, string, http.OutgoingHttpHeaders]>([
    ['Host', '/catalog', { host: 'evil.example' }],
    ['X-Forwarded-Host', '/catalog', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    ['Accept-Language', '/catalog', { 'accept-language': 'es' }],
    ['X-Request-Id', '/catalog', { 'x-request-id': 'evil-example-evil' }],
    ['a cookie nobody knows', '/catalog', { cookie: 'theme=evil.example' }],
    ['X-Original-URL', '/catalog', { 'x-original-url': '/evil.example', 'x-rewrite-url': '/evil.example' }],
    ['parameters nobody knows', '/catalog?evil.example=1', {}],
  ])('%s', async (_what, path, headers) => {
    const before = await get('/catalog');
    await dropPages();
    await get(path, headers);
    const after = await get('/catalog');
    expect(after.text).toBe(before.text);
    expect(after.text + JSON.stringify(after.headers)).not.toContain('evil');
  });
});

describe('what an author changes is seen within two seconds', () => {
  it('published in the admin, changed by hand, and taken back', async () => {
    const teacher = await newTeacher('swift');
    const id = await newModule('SWIFT', 'First name', teacher);
    const page = () => get('/modules/SWIFT');
    await until('the page is there', async () => (await page()).status === 200, 5);
    // Visitors keep coming: the page is kept, and asked for.
    const visiting = setInterval(() => void page().catch(() => {}), 50);
    try {
      await changeModule(id, { name: 'Second name' });
      await pause(2_000);
      expect((await page()).text).toContain('Second name');
      expect((await get('/catalog')).text).toContain('Second name');

      await sql("update modules set name = 'Third name' where code = 'SWIFT'");
      await pause(2_000);
      expect((await page()).text).toContain('Third name');

      await sql("update modules set published_at = null where code = 'SWIFT' and false");
      await sql("delete from modules where code = 'SWIFT' and published_at is not null");
      await pause(2_000);
      expect((await page()).status).toBe(404);
    } finally {
      clearInterval(visiting);
    }
  });

  it('and a change that is rolled back drops nothing', async () => {
    const revision = async () => (await cms().get('/api/content/revision').expect(200)).body.revision;
    const before = await revision();
    await sql("begin; update modules set name = 'x' where code = 'PRO'; rollback");
    expect(await revision()).toBe(before);
    await sql(
      "begin; update modules set name = name where code = 'PRO'; update lessons set title = title; commit",
    );
    expect(Number((await revision()).split('-')[0])).toBe(Number(before.split('-')[0]) + 1);
  });

  it('a change is counted when it is committed, whatever was committed meanwhile', async () => {
    const revision = async () =>
      Number((await cms().get('/api/content/revision')).body.revision.split('-')[0]);
    const { Client } = await import('pg');
    const slow = new Client({ connectionString: process.env.TEST_DATABASE_URL });
    await slow.connect();
    try {
      await slow.query("begin; update modules set name = name where code = 'PRO'");
      await sql("update modules set name = name where code = 'GIT'");
      const meanwhile = await revision();
      await slow.query('commit');
      expect(await revision()).toBe(meanwhile + 1);
    } finally {
      await slow.end();
    }
  });

  it('a time to enrol that ends changes the page, though no row changes (E1)', async () => {
    await sql(
      "update modules set enrollment_closes_at = now() at time zone 'utc' + interval '3 seconds' where code = 'WRI'",
    );
    try {
      await pause(1_600);
      const page = async () => (await get('/modules/WRI')).text;
      expect(await page()).toContain('Log in to enrol');
      await pause(3_500);
      expect(await page()).not.toContain('Log in to enrol');
    } finally {
      await sql("update modules set enrollment_closes_at = null where code = 'WRI'");
    }
  });
});

describe('media', () => {
  it('are pictures in WebP and in the widths that screens need, with their sizes', async () => {
    const { text } = await get('/modules/PRO');
    const cover = /<img[^>]+class="cover"[^>]*>/.exec(text)?.[0] ?? '';
    const candidates = [...cover.matchAll(/(\/media\/\S+\.webp\?v=\w+) (\d+)w/g)];
    expect(candidates.map(([, , width]) => Number(width))).toEqual([400, 800, 1200, 1600]);
    expect(cover).toMatch(/width="1600" height="800"/);
    expect(cover).toContain('fetchpriority="high"');
    const sizes = await Promise.all(
      candidates.map(async ([, path]) => {
        const answer = await get(path as string);
        expect(answer.headers['content-type']).toBe('image/webp');
        expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
        return answer.bytes.length;
      }),
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  it('are sent once, and in parts to whoever asks for parts', async () => {
    const { text } = await get('/modules/PRO');
    const path = /\/media\/[^" ]+\.webp\?v=\w+/.exec(text)?.[0] as string;
    const whole = await get(path);
    expect(whole.headers['accept-ranges']).toBe('bytes');
    const again = await get(path, { 'if-none-match': whole.headers.etag as string });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);

    const size = whole.bytes.length;
    const part = async (range: string, more = {}) => get(path, { range, ...more });
    const first = await part('bytes=0-9');
    expect([first.status, first.headers['content-range']]).toEqual([206, `bytes 0-9/${size}`]);
    expect(first.bytes.equals(whole.bytes.subarray(0, 10))).toBe(true);
    const last = await part('bytes=-10');
    expect(last.bytes.equals(whole.bytes.subarray(-10))).toBe(true);
    // More than there is: what there is.
    const rest = await part('bytes=10-99999999');
    expect([rest.status, rest.bytes.equals(whole.bytes.subarray(10))]).toEqual([206, true]);
    expect((await part(`bytes=${size}-`)).status).toBe(416);
    expect((await part('bytes=0-9', { 'if-range': '"of-another"' })).status).toBe(200);
  });

  it('outside of the library are none', async () => {
    for (const path of ['/media/..%2fpackage.json', '/media/nothing.webp', '/media/a/b.webp'])
      expect((await get(path)).status).toBe(404);
  });
});
