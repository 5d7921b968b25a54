import { people } from '../integration/cms.ts';
import { type Front, missing, startFront } from './nginx-in-front.ts';
import { open, send as sendTo, type Target } from './raw-request.ts';
import { tried } from './tried.ts';

const form = `identifier=guido&password=${encodeURIComponent(people.password)}`;
const FORM = 'application/x-www-form-urlencoded';

const WAYS: [string, (() => Promise<Front>) | null][] = [
  ['asked straight', null],
  ['behind nginx with TLS', startFront],
];
describe.each(WAYS.filter(([, start]) => !start || missing.length === 0))(
  'the site, %s (P9)',
  (way, start) => {
    let count = 0;
    let front: Front | undefined;
    let target: Target = { url: process.env.SITE_URL as string };
    beforeAll(async () => {
      front = await start?.();
      if (front) target = front;
    });
    afterAll(async () => {
      tried('P9', `${way}: posts from elsewhere, forged headers, strange paths, large bodies`, count);
      await front?.stop();
    });
    const send = (method: string, path: string, headers?: Record<string, string>, body?: string) =>
      sendTo(target, method, path, headers, body);
    const headersFor = (headers: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replace('<ours>', target.url)]),
      );

    const ELSEWHERE: [string, Record<string, string>][] = [
      ['a form of another site', { Origin: 'https://evil.example', 'Content-Type': FORM }],
      ['JSON of another site', { Origin: 'https://evil.example', 'Content-Type': 'application/json' }],
      ['text of another site', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
      ['no content type, of another site', { Origin: 'https://evil.example' }],
      ['a page without an origin', { Origin: 'null', 'Content-Type': FORM }],
      ['a site whose name begins as ours', { Origin: '<ours>.evil.example', 'Content-Type': FORM }],
      ['a browser that says it is from elsewhere', { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': FORM }],
    ];
    it.each(ELSEWHERE)('%s is refused', async (_what, headers) => {
      for (const path of ['/login', '/logout', '/enroll', '/profile/leave', '/es/login']) {
        count++;
        const { status, headers: answered } = await send('POST', path, headersFor(headers), form);
        expect([path, status, answered['set-cookie']]).toEqual([path, 403, undefined]);
      }
    });

    it('the same post from the site itself is taken', async () => {
      const { status, headers } = await send(
        'POST',
        '/login',
        { Origin: target.url, 'Content-Type': FORM },
        form,
      );
      expect(status).toBe(303);
      const [cookie = ''] = headers['set-cookie'] ?? [];
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
      if (front) expect(cookie).toMatch(/^__Host-.*; Secure/i);
    });

    it.each([
      ['Host', { Host: 'evil.example' }],
      ['X-Forwarded-Host', { 'X-Forwarded-Host': 'evil.example' }],
      ['X-Forwarded-Proto and -Port', { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Port': '6666' }],
      ['Forwarded', { Forwarded: 'host=evil.example;proto=https' }],
      ['X-Original-URL', { 'X-Original-URL': '/profile/export', 'X-Rewrite-URL': '/profile/export' }],
    ])('a forged %s changes no address that is given out, and opens nothing', async (_what, headers) => {
      for (const path of ['/', '/modules', '/catalog', '/sitemap.xml', '/login']) {
        count++;
        const {
          text,
          headers: answered,
          status,
        } = await send('GET', path, { ...headers } as Record<string, string>);
        expect(text).not.toContain('evil.example');
        expect(answered.location ?? '').not.toContain('evil.example');
        // nginx hangs up on whoever asks for another host.
        expect(status ?? 444).toBeLessThan(500);
      }
    });

    it.each([
      '/%252e%252e/%252e%252e/etc/passwd',
      '/..%2f..%2f..%2fetc%2fpasswd',
      '/media/..%2f..%2f.env',
      '/media/%2e%2e/%2e%2e/.env',
      '/media/%252e%252e%252f.env',
      '/media/uploads/..\\..\\.env',
      '//evil.example/',
      '/%2f%2fevil.example',
      '/login?next=//evil.example',
      '/login?next=https:%2f%2fevil.example',
      '/%00',
      '/%ff%fe',
      '/modules/%2e%2e%2fprofile%2fexport',
      '/.env',
      '/.git/config',
      '/profile/export',
      '/profile%2fexport',
      '/PROFILE/EXPORT',
      '/_server-islands/x',
      '/_image?href=http://127.0.0.1:1/',
      '/admin',
      '/api/me',
      '/media/',
      '/_astro/',
    ])('%s gives nothing away and leads nowhere else', async (path) => {
      count++;
      const { status, headers, text } = await send('GET', path);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/root:|APP_KEYS|\[core\]|"email"|Index of/);
      expect(new URL(headers.location ?? '/', target.url).host).toBe(new URL(target.url).host);
    });

    it.each(['/', '/login', '/catalog', '/verify', '/nothing-here', '/modules'])(
      '%s has its headers',
      async (path) => {
        count++;
        const { headers, text } = await send('GET', path);
        const policy = String(headers['content-security-policy']);
        const part = (name: string) => policy.split(';').find((one) => one.trim().startsWith(name)) ?? '';
        expect(part('script-src') || part('default-src')).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
        expect(part('frame-ancestors')).not.toBe('');
        expect(part('base-uri')).not.toBe('');
        expect(part('form-action')).not.toBe('');
        if (text !== '') expect(headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/i);
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['referrer-policy']).toBeDefined();
        expect(headers['x-powered-by']).toBeUndefined();
        expect(part('object-src')).toContain("'none'");
        if (front)
          expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8,}; includeSubDomains$/);
      },
    );

    it('an address in an encoding that addresses do not have is refused', async () => {
      count++;
      expect((await send('GET', '/%ff%fe')).status).toBe(400);
    });

    it.each(['2000000000', '99999999999999999999'])(
      'a body that says it has %s bytes is refused at once',
      async (length) => {
        count++;
        const headers = { 'Content-Length': length, Origin: target.url, 'Content-Type': FORM };
        const { request, answer } = open(target, 'POST', '/login', headers);
        request.flushHeaders();
        const { status } = await answer;
        request.destroy();
        expect([400, 413, undefined]).toContain(status);
      },
    );
  },
);

if (missing.length > 0)
  it.skip(`the site behind nginx (skipped: ${missing.join(' and ')} not installed)`, () => {});

it('no other origin is told that it may read what the cms answers (P9)', async () => {
  const target = { url: process.env.CMS_URL as string };
  for (const Origin of ['https://evil.example', 'null', `${process.env.CMS_PUBLIC_URL}.evil.example`])
    for (const [method, path] of [
      ['GET', '/api/catalog'],
      ['GET', '/admin/init'],
      ['OPTIONS', '/admin/login'],
      ['OPTIONS', '/api/sessions'],
    ] as const) {
      const { headers } = await sendTo(target, method, path, {
        Origin,
        'Access-Control-Request-Method': 'POST',
      });
      expect([path, Origin, headers['access-control-allow-origin'] ?? '']).not.toEqual([
        path,
        Origin,
        Origin,
      ]);
      expect(headers['access-control-allow-origin']).not.toBe('*');
    }
});
