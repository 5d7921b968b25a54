import { readFileSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import { people, until } from '../integration/cms.ts';
import { CONFIG } from '../ops/render.ts';
import { type Front, missing, startFront } from './nginx-in-front.ts';
import { type Answer, open, send } from './raw-request.ts';
import { tried } from './tried.ts';

const FORM = 'application/x-www-form-urlencoded';
const MEGABYTE = 1024 * 1024;
/** One of this machine's addresses for each reader. */
let readers = 0;
const aReader = (): string => `127.9.7.${++readers}`;

(missing.length === 0 ? describe : describe.skip)('nginx in front of the site', () => {
  let front: Front;
  let count = 0;
  beforeAll(async () => void (front = await startFront()));
  afterAll(async () => {
    tried('P9', 'behind nginx: floods, slow and large bodies, old TLS, strange methods and hosts', count);
    await front?.stop();
  });
  const as = (from: string) => ({ ...front, from });
  const connect = (options: tls.ConnectionOptions = {}): tls.TLSSocket =>
    tls.connect({
      port: Number(new URL(front.url).port),
      host: '127.0.0.1',
      servername: 'localhost',
      ca: front.ca,
      ...options,
    });
  const logIn = (from: string, password: string, headers: Record<string, string> = {}) => {
    count++;
    const body = `identifier=guido&password=${encodeURIComponent(password)}`;
    return send(as(from), 'POST', '/login', { Origin: front.url, 'Content-Type': FORM, ...headers }, body);
  };
  const statusesOf = (answers: Answer[]) => answers.map(({ status }) => status);
  /** A number of the configuration that is tested. */
  const setting = (name: string, pattern: RegExp): number =>
    Number(pattern.exec(readFileSync(path.join(CONFIG, 'nginx', name), 'utf8'))?.[1]);

  it('the eleventh wrong password of an address is refused, whatever X-Forwarded-For says; another one gets in (P7)', async () => {
    const guesser = aReader();
    const forged = (n: number) => ({ 'X-Forwarded-For': `203.0.113.${n}`, 'X-Real-IP': `203.0.113.${n}` });
    for (let n = 1; n <= 10; n++) expect((await logIn(guesser, 'wrong', forged(n))).status).toBe(401);
    const refused = await logIn(guesser, 'wrong', forged(11));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await logIn(guesser, people.password, forged(12))).status).toBe(429);
    expect((await logIn(aReader(), people.password, forged(1))).status).toBe(303);
  });

  it('a flood of forms is cut off for its address alone, which may go on reading (P9)', async () => {
    const burst = setting('lumino.conf', /zone=lumino_writes burst=(\d+)/);
    const flooder = aReader();
    const post = () =>
      send(as(flooder), 'POST', '/search', { Origin: front.url, 'Content-Type': FORM }, 'q=loops');
    count += burst * 2;
    const answers = await Promise.all(Array.from({ length: burst * 2 }, post));
    const refused = answers.filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThan(0);
    expect(answers.length - refused).toBeGreaterThanOrEqual(burst);
    expect((await send(as(flooder), 'GET', '/')).status).toBe(200);
    expect((await logIn(aReader(), people.password)).status).toBe(303);
  });

  it('a flood of pages is cut off for its address alone (P9)', async () => {
    const burst = setting('lumino.conf', /zone=lumino_requests burst=(\d+)/);
    const flooder = aReader();
    const statuses: (number | undefined)[] = [];
    for (let n = 0; n < burst * 3 && !statuses.includes(429); n += 50) {
      count += 50;
      const some = Array.from({ length: 50 }, () => send(as(flooder), 'GET', '/verify'));
      statuses.push(...statusesOf(await Promise.all(some)));
    }
    expect(statuses).toContain(429);
    expect((await send(as(aReader()), 'GET', '/')).status).toBe(200);
  });

  it('whoever sends slowly keeps nobody else waiting, and is cut off before the site hears of it (P9)', async () => {
    const slow = aReader();
    const patience = setting('limits.conf', /client_body_timeout (\d+)s/) * 1000;
    const headers = { Origin: front.url, 'Content-Type': FORM, 'Content-Length': '1000' };
    count += 40;
    const bodies = Array.from({ length: 40 }, () => open(as(slow), 'POST', '/login?slow=1', headers));
    for (const { request } of bodies) request.write('identifier=');
    const started = Date.now();
    expect((await logIn(aReader(), people.password)).status).toBe(303);
    const statuses = statusesOf(await Promise.all(bodies.map(({ answer }) => answer)));
    for (const status of statuses) expect([408, undefined]).toContain(status);
    expect(Date.now() - started).toBeLessThan(patience * 2);
    await until('it stands in the log', () =>
      Promise.resolve(front.asked().some(({ status }) => status === 408)),
    );
    const late = front.asked().filter(({ status }) => status === 408);
    expect(late.map(({ upstream }) => upstream).filter(Boolean)).toEqual([]);
  });

  it('whoever sends not even the headers is cut off (P9)', async () => {
    count++;
    const socket = connect();
    socket.on('error', () => {});
    socket.on('secureConnect', () => socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '));
    socket.resume();
    await new Promise((resolve) => socket.once('close', resolve));
    expect(socket.bytesWritten).toBeLessThan(1000);
  });

  it('more connections at once than a school needs are refused to one address (P9)', async () => {
    const most = setting('limits.conf', /limit_conn lumino_connections (\d+)/);
    const greedy = aReader();
    const waiting = Array.from({ length: most }, () =>
      open(as(greedy), 'GET', '/media/nothing.png', { 'Content-Length': '10' }),
    );
    count += most;
    for (const { request } of waiting) request.write('1');
    await until('one more is refused', async () => (await send(as(greedy), 'GET', '/')).status === 429);
    expect((await send(as(aReader()), 'GET', '/')).status).toBe(200);
    for (const { request } of waiting) request.destroy();
  });

  it('a body is refused as soon as it is too large, however it comes (P9)', async () => {
    count += 2;
    const headers = { Origin: front.url, 'Content-Type': FORM };
    const chunked = open(as(aReader()), 'POST', '/login', { ...headers, 'Transfer-Encoding': 'chunked' });
    const piece = 'x'.repeat(64 * 1024);
    let sent = 0;
    let isOver = false;
    void chunked.answer.then(() => (isOver = true));
    while (!isOver && sent < 64 * MEGABYTE) {
      sent += piece.length;
      await new Promise((resolve) => (chunked.request.write(piece, resolve), setImmediate(resolve)));
    }
    expect([413, undefined]).toContain((await chunked.answer).status);
    expect(sent).toBeLessThan(64 * MEGABYTE);
    const declared = await send(as(aReader()), 'POST', '/login', headers, 'x'.repeat(2 * MEGABYTE));
    expect([413, undefined]).toContain(declared.status);
    const reached = front.asked().filter(({ status, upstream }) => status === 413 && upstream);
    expect(reached).toEqual([]);
  });

  it.each(['TRACE', 'CONNECT', 'TRACK', 'DEBUG', 'PUT', 'DELETE'])(
    '%s changes and repeats nothing (P9)',
    async (method) => {
      count++;
      const { status, text } = await send(as(aReader()), method, '/login', { 'X-Repeat': 'repeated' });
      expect([400, 403, 404, 405, undefined]).toContain(status);
      expect(text).not.toContain('repeated');
    },
  );

  it('every cookie is for this host alone, over TLS, and for no script (P8)', async () => {
    const headers = { Origin: front.url, 'Content-Type': FORM };
    const reader = as(aReader());
    const answers = [
      await logIn(reader.from, people.password),
      await send(reader, 'POST', '/forgot-password', headers, 'email=nobody@students.example'),
    ];
    const cookies = answers.flatMap(({ headers: answered }) => answered['set-cookie'] ?? []);
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['__Host-flash', '__Host-session']);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).not.toMatch(/; Domain/);
    }
  });

  it('what nginx gives out itself says that nothing is to be made of it (P9)', async () => {
    const { status, headers } = await send(as(aReader()), 'GET', '/_astro/only-here.12345678.js');
    expect([status, headers['x-content-type-options'], headers['referrer-policy']]).toEqual([
      200,
      'nosniff',
      'no-referrer',
    ]);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('a request that says its length in two ways, or in one that nobody else reads, is refused (P9)', async () => {
    const { port } = new URL(front.url);
    const hidden = 'GET /profile HTTP/1.1\r\nHost: localhost\r\n\r\n';
    for (const lengths of [
      `Content-Length: ${hidden.length + 5}\r\nTransfer-Encoding: chunked`,
      `Transfer-Encoding: chunked\r\nTransfer-Encoding: identity`,
      `Content-Length: 5\r\nContent-Length: 6`,
      `Transfer-Encoding: \tchunked, cow`,
    ]) {
      count++;
      const socket = tls.connect({
        port: Number(port),
        host: '127.0.0.1',
        servername: 'localhost',
        ca: front.ca,
      });
      let said = '';
      socket.on('data', (chunk) => (said += chunk));
      socket.on('error', () => {});
      socket.write(
        `POST /search HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${front.url}\r\nContent-Type: ${FORM}\r\n${lengths}\r\n\r\n0\r\n\r\n${hidden}`,
      );
      await new Promise((resolve) => socket.once('close', resolve));
      expect([lengths, said.split('\r\n')[0]]).toEqual([lengths, expect.stringMatching(/ (400|501) /)]);
      expect(said.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
    }
  });

  it('answers without TLS with the way to TLS alone (P9)', async () => {
    count++;
    const { status, headers } = await send({ url: front.plain }, 'GET', '/modules?a=1');
    expect([status, headers.location]).toEqual([308, 'https://localhost/modules?a=1']);
    expect((await send({ url: front.plain }, 'GET', '/', { Host: 'evil.example' })).status).toBeUndefined();
  });

  const shake = (options: tls.ConnectionOptions): Promise<string> => {
    count++;
    return new Promise((resolve) => {
      const socket = connect(options);
      socket.on('secureConnect', () => {
        resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
        socket.destroy();
      });
      socket.on('error', () => resolve('refused'));
    });
  };
  it('speaks TLS 1.3, and 1.2 with ciphers that keep yesterday’s secrets; nothing older (P9)', async () => {
    expect(await shake({})).toMatch(/^TLSv1\.3 /);
    expect(await shake({ maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 ECDHE-.*(GCM|CHACHA20)/);
    // Level 0 lets our own side offer what nobody should take.
    for (const version of ['TLSv1', 'TLSv1.1'] as const)
      expect(await shake({ minVersion: version, maxVersion: version, ciphers: 'DEFAULT:@SECLEVEL=0' })).toBe(
        'refused',
      );
    for (const ciphers of ['AES128-SHA', 'AES128-GCM-SHA256', 'ECDHE-RSA-AES128-SHA', 'NULL'])
      expect(await shake({ maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` })).toBe('refused');
    expect(await shake({ servername: 'evil.example' })).toBe('refused');
  });
});
