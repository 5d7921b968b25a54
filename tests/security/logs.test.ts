import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { certificateOf } from '../integration/administration.ts';
import { cms, from, sessionOf, sql } from '../integration/cms.ts';
import { tried } from './tried.ts';

const LOGS = path.join(process.env.LUMINO_DATA_DIR as string, 'logs');
const USERNAME = `quixote-${(Date.now() % 1e6).toString(36)}`;
const logOf = (name: string): string => readFileSync(path.join(LOGS, `${name}.log`), 'utf8');
/** The launcher writes the time in front of what a process says. */
const linesOf = (name: string): string[] =>
  logOf(name)
    .split('\n')
    .map((line) => line.replace(/^\S+Z /, ''))
    .filter(Boolean);
const site = (address: string, init: RequestInit = {}) =>
  fetch(`${process.env.SITE_URL}${address}`, { redirect: 'manual', ...init });

describe('the logs after a busy run (P14)', () => {
  let email: string;
  const requestId = `test-${Date.now()}-request`;
  beforeAll(async () => {
    const made = await certificateOf(USERNAME);
    email = made.email;
    const bearer = await sessionOf('guido');
    const [row] = await sql<{ verification_code: string }>(
      'select verification_code from certificates where document_id = $1',
      [made.id],
    );
    const post = (address: string, body: string) =>
      site(address, {
        method: 'POST',
        body,
        headers: {
          Origin: process.env.SITE_URL as string,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
      });
    await Promise.all([
      site(`/users/${USERNAME}`),
      site(`/verify/${row?.verification_code}`),
      site(`/search?q=${USERNAME}`),
      site(`/login?next=/users/${USERNAME}`),
      site(`/no/such/${email}`),
      site('/catalog', { headers: { 'X-Request-Id': requestId } }),
      post('/login', `identifier=${encodeURIComponent(email)}&password=wrong`),
      post('/forgot-password', `email=${encodeURIComponent(email)}`),
      post(
        '/signup',
        `username=${USERNAME}&email=${encodeURIComponent(email)}&password=long+enough&firstName=Test&lastName=${USERNAME}`,
      ),
      cms().get(`/api/people/${USERNAME}`).set('Authorization', bearer),
      cms().get(`/api/catalog?email=${email}`),
      cms()
        .post('/api/sessions')
        .set(from('198.51.100.77'))
        .send({ identifier: email, password: { $ne: email } }),
      cms().post('/api/accounts').set('Content-Type', 'application/json').send(`{"email":"${email}",`),
      cms().post('/admin/login').send({ email, password: 'wrong' }),
    ]);
    await site('/catalog?once=1', { headers: { 'X-Request-Id': requestId } });
    // The site writes its lines together.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }, 120_000);

  it.each(['cms', 'worker', 'site'])('of %s have neither name nor address of anybody', (name) => {
    const text = logOf(name).toLowerCase();
    expect(text.length).toBeGreaterThan(0);
    for (const personal of [USERNAME, email, 'students.example', 'wrong', 'long enough'])
      expect(text.includes(personal.toLowerCase())).toBe(false);
    expect(text.match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/g) ?? []).toEqual([]);
    tried('P14', `byte search for name and address in the log of ${name}`, linesOf(name).length);
  });

  it.each(['cms', 'worker', 'site'])('of %s are one JSON object a line', (name) => {
    for (const line of linesOf(name))
      expect(JSON.parse(line)).toMatchObject({
        level: expect.any(String),
        message: expect.any(String),
        time: expect.stringMatching(/^\d{4}-/),
      });
  });

  it('of site and cms tell of one request under one id', () => {
    const of = (name: string) =>
      linesOf(name)
        .filter((line) => line.includes(requestId))
        .map((line) => JSON.parse(line));
    expect(of('site').map(({ route }) => route)).toContain('/catalog');
    expect(of('cms').map(({ route }) => route)).toContain('/api/search/modules');
  });

  it('are all that there are, but for what the mail server of this run keeps', () => {
    expect(
      readdirSync(LOGS).filter(
        (name) => name.endsWith('.log') && !/^(cms|worker|site|inbox|build|install)/.test(name),
      ),
    ).toEqual([]);
  });
});
