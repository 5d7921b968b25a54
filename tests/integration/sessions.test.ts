import { cms, confirmationsTo, from, newStudent, people, sessionOf, sql, until } from './cms.ts';
import { adminToken } from './cms.ts';
import { EASY_TO_GUESS } from '../../cms/shared/staff-password.ts';

const me = (bearer: string) => cms().get('/api/me').set('Authorization', bearer);
const logIn = async (username: string, password: string): Promise<string> => {
  const { body } = await cms().post('/api/sessions').send({ identifier: username, password }).expect(200);
  return `Bearer ${body.token}`;
};

/** A student with sessions in two browsers. */
async function inTwoBrowsers(
  username: string,
): Promise<{ bearers: [string, string]; key: string; id: number }> {
  const { bearer } = await newStudent(username);
  const other = await logIn(username, 'long enough');
  const [row] = await sql<{ key: string; id: number }>(
    'select document_id as key, id from up_users where username = $1',
    [username],
  );
  for (const one of [bearer, other]) await me(one).expect(200);
  return { bearers: [bearer, other], ...(row as { key: string; id: number }) };
}

/** What an administrator does with a user in Strapi's own pages. */
async function administrator() {
  const token = await adminToken(people.showcase.administrator.email);
  const path = '/content-manager/collection-types/plugin::users-permissions.user';
  return {
    put: (key: string, body: object) =>
      cms().put(`${path}/${key}`).set('Authorization', token).send(body).expect(200),
    remove: (key: string) => cms().delete(`${path}/${key}`).set('Authorization', token).expect(200),
  };
}

describe('sessions (P8)', () => {
  it('are new at each log-in, several at the same time, and end one by one', async () => {
    const { bearers } = await inTwoBrowsers('two-browsers');
    expect(bearers[0]).not.toBe(bearers[1]);
    await cms().delete('/api/sessions/current').set('Authorization', bearers[0]).expect(204);
    await me(bearers[0]).expect(401);
    await me(bearers[1]).expect(200);
  });

  it('say with every answer whose they are, and with none to anybody else', async () => {
    const { bearer } = await newStudent('named-along');
    const answer = await cms().get('/api/catalog/PRO').set('Authorization', bearer).expect(200);
    const named = JSON.parse(Buffer.from(answer.headers['x-lumino-reader'] ?? '', 'base64url').toString());
    expect(named).toEqual((await me(bearer)).body);
    for (const other of ['Bearer unknown', ''])
      expect(
        (await cms().get('/api/catalog/PRO').set('Authorization', other).expect(200)).headers,
      ).not.toHaveProperty('x-lumino-reader');
  });

  it('end everywhere when their student says so', async () => {
    const { bearers } = await inTwoBrowsers('everywhere');
    await cms().delete('/api/me/sessions').set('Authorization', bearers[0]).expect(204);
    for (const bearer of bearers) await me(bearer).expect(401);
  });

  it('end with a new password, but for a new one where it was changed', async () => {
    const { bearers } = await inTwoBrowsers('careful');
    const change = (body: object) =>
      cms().put('/api/me/password').set('Authorization', bearers[0]).send(body);
    const { body: refused } = await change({ current: 'wrong', password: 'much longer' }).expect(400);
    expect(refused.error.details.errors[0]).toMatchObject({ path: ['current'], message: 'wrong-password' });
    await change({ current: 'long enough', password: 'short' }).expect(400);
    const { body } = await change({ current: 'long enough', password: 'much longer' }).expect(200);
    for (const bearer of bearers) await me(bearer).expect(401);
    await me(`Bearer ${body.token}`).expect(200);
    await logIn('careful', 'much longer');
  });

  it('end when an administrator blocks their student, who then cannot log in', async () => {
    const { bearers, key } = await inTwoBrowsers('blocked-one');
    const admin = await administrator();
    await admin.put(key, { blocked: true });
    for (const bearer of bearers) await me(bearer).expect(401);
    await cms()
      .post('/api/sessions')
      .send({ identifier: 'blocked-one', password: 'long enough' })
      .expect(401);
    await admin.put(key, { blocked: false });
    for (const bearer of bearers) await me(bearer).expect(401);
  });

  it('end when somebody else sets a new password', async () => {
    const { bearers, key } = await inTwoBrowsers('helped');
    await (await administrator()).put(key, { password: 'set by staff' });
    for (const bearer of bearers) await me(bearer).expect(401);
    await logIn('helped', 'set by staff');
  });

  it('end when an administrator deletes their student, with every row about them (P14)', async () => {
    const { bearers, key } = await inTwoBrowsers('deleted-one');
    await cms()
      .post('/api/me/enrollments')
      .set('Authorization', bearers[0])
      .send({ modules: ['PRO'] })
      .expect(200);
    await (await administrator()).remove(key);
    for (const bearer of bearers) await me(bearer).expect(401);
    for (const [table, column] of [
      ['site_sessions', 'user_key'],
      ['student_profiles', 'user_key'],
      ['enrollments', 'student_key'],
      ['deliveries', 'recipient_key'],
    ])
      expect(await sql(`select id from ${table} where ${column} = $1`, [key])).toEqual([]);
  });

  it('are refused once their time has run out', async () => {
    const bearer = await sessionOf('tom');
    await me(bearer).expect(200);
    await sql(
      "update site_sessions set expires_at = now() - interval '1 second' where user_key = (select document_id from up_users where username = 'tom')",
    );
    await me(bearer).expect(401);
  });

  it('end when nobody has used them for eight days, and stay while somebody does', async () => {
    const { bearers, key } = await inTwoBrowsers('idle');
    const lastSeen = (hours: number) =>
      sql("update site_sessions set seen_at = now() - $1 * interval '1 hour' where user_key = $2", [
        hours,
        key,
      ]);
    await lastSeen(191);
    await me(bearers[0]).expect(200);
    const seen = await sql<{ recent: boolean }>(
      "select seen_at > now() - interval '1 minute' as recent from site_sessions where user_key = $1 order by 1",
      [key],
    );
    expect(seen).toEqual([{ recent: false }, { recent: true }]);
    await lastSeen(193);
    for (const bearer of bearers) await me(bearer).expect(401);
  });
});

describe('a password that is easy to guess (P7)', () => {
  const refusal = { path: ['password'], message: 'guessable' };

  it.each(['iloveyou', 'Password', 'guessed-1', 'lumino2026'])(
    '%s is refused at sign-up',
    async (password) => {
      const { body } = await cms()
        .post('/api/accounts')
        .set(from('198.51.100.201'))
        .send({
          username: 'guessed',
          email: 'guessed@students.example',
          password,
          firstName: 'A',
          lastName: 'B',
        })
        .expect(400);
      expect(body.error.details.errors).toEqual([expect.objectContaining(refusal)]);
    },
  );

  it.each([
    [
      'POST',
      '/admin/register',
      { registrationToken: 'none', userInfo: { firstname: 'A', password: 'Password1' } },
    ],
    ['POST', '/admin/reset-password', { resetPasswordToken: 'none', password: 'Football1' }],
    ['PUT', '/admin/users/me', { currentPassword: 'any', password: 'Lumino2026' }],
    ['PUT', '/ADMIN/Users/1/', { password: 'Qwertyuiop1' }],
  ] as const)('is refused for staff as well: %s %s', async (method, path, body) => {
    const request = method === 'PUT' ? cms().put(path) : cms().post(path);
    const { body: told } = await request
      .set('Authorization', await adminToken(people.showcase.administrator.email))
      .send(body)
      .expect(400);
    expect(told.error.message).toBe(EASY_TO_GUESS);
  });

  it('is refused where a password is changed, which stays as it was', async () => {
    const { bearer } = await newStudent('well-guessed');
    const { body } = await cms()
      .put('/api/me/password')
      .set('Authorization', bearer)
      .send({ current: 'long enough', password: 'well-guessed' })
      .expect(400);
    expect(body.error.details.errors).toEqual([expect.objectContaining(refusal)]);
    await logIn('well-guessed', 'long enough');
  });
});

describe('a new student', () => {
  const tokenIn = (text: string): string => /confirm-email\?token=([\w-]{43})/.exec(text)?.[1] as string;
  const confirm = (token: string) => cms().post('/api/email-confirmations/complete').send({ token });

  it('is signed in at once, and confirms the address with a link that works once', async () => {
    const { bearer, email } = await newStudent('confirming');
    expect((await me(bearer).expect(200)).body).toMatchObject({ confirmed: false });
    await until('the mail is there', async () => (await confirmationsTo(email)).length === 1);
    const [mail] = await confirmationsTo(email);
    const token = tokenIn(mail?.text as string);
    const [row] = await sql<{ days: string }>(
      `select extract(epoch from expires_at - now()) / 86400 as days from email_confirmations where email = $1`,
      [email],
    );
    expect(Number(row?.days)).toBeGreaterThan(2.9);
    expect(Number(row?.days)).toBeLessThanOrEqual(3);
    const answers = await Promise.all([confirm(token), confirm(token), confirm(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403, 403]);
    expect((await me(bearer)).body).toMatchObject({ confirmed: true });
    expect((await confirm(token).expect(403)).body.error.details.reason).toBe('link-used-or-expired');
    // Nothing is left to confirm.
    await cms().post('/api/me/email-confirmations').set('Authorization', bearer).expect(204);
    expect(
      await sql(`select id from deliveries where "to" = $1 and kind = 'accounts/confirm-address'`, [email]),
    ).toHaveLength(1);
  });

  it('cannot confirm with a link that is too old, made up, or of an address they left', async () => {
    const { bearer, email } = await newStudent('belated');
    await until('the mail is there', async () => (await confirmationsTo(email)).length === 1);
    const token = tokenIn((await confirmationsTo(email))[0]?.text as string);
    await confirm('x'.repeat(43)).expect(403);
    await sql("update email_confirmations set expires_at = now() - interval '1 second' where email = $1", [
      email,
    ]);
    await confirm(token).expect(403);
    await sql("update email_confirmations set expires_at = now() + interval '1 hour' where email = $1", [
      email,
    ]);
    await sql("update up_users set email = 'elsewhere@students.example' where email = $1", [email]);
    await confirm(token).expect(403);
    expect((await me(bearer)).body).toMatchObject({ confirmed: false });
  });

  it('has names on one line, however they were sent', async () => {
    const { body } = await cms()
      .post('/api/accounts')
      .send({
        username: 'folded',
        email: 'folded@students.example',
        password: 'long enough',
        firstName: ' Ana\r\nBcc: all@example.com\t',
        lastName: 'e\u0301',
      })
      .expect(201);
    expect(body.me).toMatchObject({ firstName: 'Ana Bcc: all@example.com', lastName: 'é' });
  });
});
