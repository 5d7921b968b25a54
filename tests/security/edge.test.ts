import http from 'node:http';
import { people } from '../integration/cms.ts';
import { tried } from './tried.ts';

const SITE = process.env.SITE_URL as string;

interface Answer {
  status: number | undefined;
  headers: http.IncomingHttpHeaders;
  text: string;
}
/** Without a client's good manners: the path and the headers go out as they are. */
const send = (
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(SITE);
    const request = http.request({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
const form = `identifier=guido&password=${encodeURIComponent(people.password)}`;
const FORM = 'application/x-www-form-urlencoded';

describe('the edge of the site (P9)', () => {
  let count = 0;
  afterAll(() => tried('P9', 'posts from elsewhere, forged headers, strange paths, large bodies', count));

  const ELSEWHERE: [string, Record<string, string>][] = [
    ['a form of another site', { Origin: 'https://evil.example', 'Content-Type': FORM }],
    ['JSON of another site', { Origin: 'https://evil.example', 'Content-Type': 'application/json' }],
    ['text of another site', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
    ['no content type, of another site', { Origin: 'https://evil.example' }],
    ['a page without an origin', { Origin: 'null', 'Content-Type': FORM }],
    ['a site whose name begins as ours', { Origin: `${SITE}.evil.example`, 'Content-Type': FORM }],
    ['a browser that says it is from elsewhere', { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': FORM }],
  ];
  it.each(ELSEWHERE)('%s is refused', async (_what, headers) => {
    for (const path of ['/login', '/logout', '/enroll', '/profile/leave', '/es/login']) {
      count++;
      const { status, headers: answered } = await send('POST', path, headers, form);
      expect([path, status, answered['set-cookie']]).toEqual([path, 403, undefined]);
    }
  });

  it('the same post from the site itself is taken', async () => {
    const { status, headers } = await send(
      'POST',
      '/login',
      { Origin: SITE, Host: new URL(SITE).host, 'Content-Type': FORM },
      form,
    );
    expect(status).toBe(303);
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
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
      } = await send('GET', path, headers as unknown as Record<string, string>);
      expect(text).not.toContain('evil.example');
      expect(answered.location ?? '').not.toContain('evil.example');
      expect(status).toBeLessThan(500);
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
  ])('%s gives nothing away and leads nowhere else', async (path) => {
    count++;
    const { status, headers, text } = await send('GET', path);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/root:|APP_KEYS|\[core\]|"email"/);
    expect(new URL(headers.location ?? '/', SITE).host).toBe(new URL(SITE).host);
  });

  it.each(['/', '/login', '/catalog', '/verify', '/nothing-here', '/modules'])(
    '%s has its headers',
    async (path) => {
      count++;
      const { headers } = await send('GET', path);
      const policy = String(headers['content-security-policy']);
      const part = (name: string) => policy.split(';').find((one) => one.trim().startsWith(name)) ?? '';
      expect(part('script-src') || part('default-src')).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
      expect(part('frame-ancestors')).not.toBe('');
      expect(part('base-uri')).not.toBe('');
      expect(part('form-action')).not.toBe('');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBeDefined();
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it.each(['2000000000', '99999999999999999999'])(
    'a body that says it has %s bytes is refused at once',
    async (length) => {
      count++;
      const answer = await new Promise<number | undefined>((resolve) => {
        const { hostname, port } = new URL(SITE);
        const request = http.request({
          hostname,
          port,
          method: 'POST',
          path: '/login',
          headers: { 'Content-Length': length, Origin: SITE, 'Content-Type': FORM },
        });
        request.on('response', (response) => {
          resolve(response.statusCode);
          request.destroy();
        });
        request.on('error', () => resolve(undefined));
        request.flushHeaders();
      });
      expect([400, 413, undefined]).toContain(answer);
    },
  );
});
