import { createHmac } from 'node:crypto';
import {
  EASY_TO_GUESS,
  IN_YOUR_PROFILE,
  PASSWORD_FOR_ADDRESS,
  PASSWORD_LENGTH_WORDS,
} from '../../cms/shared/staff-password.ts';
import { administrator } from './administration.ts';
import { adminToken, cms, newStudent, sql } from './cms.ts';
import { newTeacher, TEACHER_PASSWORD } from './teaching.ts';

interface Session {
  bearer: string;
  refresh: string;
}
async function logIn(email: string, password = TEACHER_PASSWORD): Promise<Session> {
  const { body, headers } = await cms().post('/admin/login').send({ email, password }).expect(200);
  const cookies = headers['set-cookie'] as unknown as string[];
  const refresh = cookies.map((one) => /^strapi_admin_refresh=([^;]+)/.exec(one)?.[1]).find(Boolean);
  return { bearer: `Bearer ${body.data.token}`, refresh: refresh as string };
}
const me = (bearer: string) => cms().get('/admin/users/me').set('Authorization', bearer);
const renewal = (refresh: string) =>
  cms().post('/admin/access-token').set('Cookie', `strapi_admin_refresh=${refresh}`);
const change = (bearer: string, body: object, whose = 'me') =>
  cms().put(`/admin/users/${whose}`).set('Authorization', bearer).send(body);
const idOf = async (email: string): Promise<string> =>
  String((await sql<{ id: number }>('select id from admin_users where email = $1', [email]))[0]?.id);
const byAdministrator = async (email: string, body: object) =>
  change(await adminToken(administrator.email), body, await idOf(email)).expect(200);

describe('sessions of staff (P8)', () => {
  it('end when an administrator sets another password', async () => {
    const { email } = await newTeacher('helped-teacher');
    const session = await logIn(email);
    await me(session.bearer).expect(200);
    await byAdministrator(email, { password: 'Another-one-2026' });
    await me(session.bearer).expect(401);
    await renewal(session.refresh).expect(401);
    await me((await logIn(email, 'Another-one-2026')).bearer).expect(200);
  });

  it('end when the account is shut, and do not come back when it is opened again', async () => {
    const { email } = await newTeacher('shut-teacher');
    const session = await logIn(email);
    await byAdministrator(email, { isActive: false });
    await me(session.bearer).expect(401);
    await byAdministrator(email, { isActive: true });
    await me(session.bearer).expect(401);
    await renewal(session.refresh).expect(401);
  });

  it('end with the log-out of their owner', async () => {
    const { email } = await newTeacher('leaving-teacher');
    const session = await logIn(email);
    await cms()
      .post('/admin/logout')
      .set('Authorization', session.bearer)
      .set('Cookie', `strapi_admin_refresh=${session.refresh}`)
      .expect(200);
    await renewal(session.refresh).expect(401);
  });

  it('are opened by no token of another kind, key, algorithm or time', async () => {
    const { email } = await newTeacher('forged-teacher');
    const { bearer, refresh } = await logIn(email);
    await me(`Bearer ${refresh}`).expect(401);
    await renewal(bearer.slice('Bearer '.length)).expect(401);

    const [header = '', payload = '', signature = ''] = bearer.slice('Bearer '.length).split('.');
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const secret = process.env.ADMIN_JWT_SECRET as string;
    const signed = (alg: string, body: object, key: string, hash = 'sha256'): string => {
      const text = `${encode({ alg, typ: 'JWT' })}.${encode(body)}`;
      return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
    };
    // The way of making one is right: what follows fails for its own reason.
    await me(`Bearer ${signed('HS256', claims, secret)}`).expect(200);
    for (const forged of [
      `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      `${header}.${encode({ ...claims, userId: '1' })}.${signature}`,
      signed('HS256', claims, 'another key'),
      signed('HS256', claims, process.env.JWT_SECRET as string),
      signed('HS512', claims, secret, 'sha512'),
      signed('HS256', { ...claims, exp: Math.floor(Date.now() / 1000) - 60 }, secret),
      signed('HS256', { ...claims, type: 'refresh' }, secret),
      signed('HS256', { ...claims, sessionId: 'nobody’s' }, secret),
    ])
      expect([forged, (await me(`Bearer ${forged}`)).status]).toEqual([forged, 401]);
  });
});

describe('an account of staff (P8)', () => {
  it('has another address or password only by who knows its password', async () => {
    const { email } = await newTeacher('careful-teacher');
    const { bearer } = await logIn(email);
    const other = `other.${email}`;
    const told = async (body: object, whose?: string) =>
      (await change(bearer, body, whose).expect(400)).body.error.message;
    expect(await told({ email: other })).toBe(PASSWORD_FOR_ADDRESS);
    expect(await told({ email: other, currentPassword: 'wrong' })).toBe(PASSWORD_FOR_ADDRESS);
    await change(bearer, { password: 'Some-other-2026' }).expect(400);
    await change(bearer, { password: 'Some-other-2026', currentPassword: 'wrong' }).expect(400);
    // What the profile sends with every save.
    await change(bearer, { email, firstname: 'Careful' }).expect(200);
    await change(bearer, { email: other, currentPassword: TEACHER_PASSWORD }).expect(200);
    expect(await idOf(other)).not.toBe('undefined');
  });

  it('of an administrator is not changed in the list of users by its own session', async () => {
    const token = await adminToken(administrator.email);
    const own = await idOf(administrator.email);
    for (const body of [{ email: 'thief@lumino.example' }, { password: 'Some-other-2026' }])
      expect((await change(token, body, own).expect(400)).body.error.message).toBe(IN_YOUR_PROFILE);
    await change(token, { email: administrator.email }, own).expect(200);
  });

  it('takes no password that says little but its owner’s name, whoever sets it', async () => {
    const { email } = await newTeacher('guessable');
    const { bearer } = await logIn(email);
    const password = 'Guessable-1';
    const answer = await change(bearer, { password, currentPassword: TEACHER_PASSWORD }).expect(400);
    expect(answer.body.error.message).toBe(EASY_TO_GUESS);
    const set = await change(await adminToken(administrator.email), { password }, await idOf(email));
    expect([set.status, set.body.error?.message]).toEqual([400, EASY_TO_GUESS]);
  });
});

describe('what staff set for a student', () => {
  const USERS = '/content-manager/collection-types/plugin::users-permissions.user';

  it('is held to the same rules as what students choose (P7)', async () => {
    await newStudent('set-by-staff');
    const [row] = await sql<{ key: string }>(
      "select document_id as key from up_users where username = 'set-by-staff'",
    );
    const set = async (password: string) =>
      cms()
        .put(`${USERS}/${row?.key}`)
        .set('Authorization', await adminToken(administrator.email))
        .send({ password });
    for (const [password, message] of [
      ['seven-7', PASSWORD_LENGTH_WORDS],
      ['ñ'.repeat(37), PASSWORD_LENGTH_WORDS],
      ['iloveyou', EASY_TO_GUESS],
      ['set-by-staff-1', EASY_TO_GUESS],
    ] as const) {
      const { status, body } = await set(password);
      expect([password, status, body.error?.details?.errors?.[0]]).toEqual([
        password,
        400,
        expect.objectContaining({ path: ['password'], message }),
      ]);
    }
    expect((await set('a better one')).status).toBe(200);
  });

  it('makes links for a new password worthless that were sent before', async () => {
    const { email } = await newStudent('moved-away');
    const [row] = await sql<{ key: string }>(
      "select document_id as key from up_users where username = 'moved-away'",
    );
    await sql(
      `insert into password_resets (document_id, token_hash, user_key, expires_at)
       values ('moved-away-link', 'x', $1, now() + interval '30 minutes')`,
      [row?.key],
    );
    const put = async (body: object) =>
      cms()
        .put(`${USERS}/${row?.key}`)
        .set('Authorization', await adminToken(administrator.email))
        .send(body)
        .expect(200);
    const used = async () =>
      (
        await sql<{ used: boolean }>(
          "select used_at is not null as used from password_resets where document_id = 'moved-away-link'",
        )
      )[0]?.used;
    await put({ email, firstName: 'Moved' });
    expect(await used()).toBe(false);
    await put({ email: `new.${email}` });
    expect(await used()).toBe(true);
  });

  it('is compared whole: what is longer than counts opens nothing', async () => {
    const password = 'p'.repeat(36) + 'q'.repeat(36);
    await newStudent('longest');
    const [row] = await sql<{ key: string }>(
      "select document_id as key from up_users where username = 'longest'",
    );
    await cms()
      .put(`${USERS}/${row?.key}`)
      .set('Authorization', await adminToken(administrator.email))
      .send({ password })
      .expect(200);
    const open = (text: string) =>
      cms().post('/api/sessions').send({ identifier: 'longest', password: text });
    await open(password).expect(200);
    await open(`${password}r`).expect(401);
  });
});

it('there are no API tokens but those that somebody made', async () => {
  expect(await sql('select name from strapi_api_tokens')).toEqual([]);
});
