import { cms, newStudent, sessionOf, sql } from './cms.ts';

describe('accounts', () => {
  it('an empty log-in names both fields (A1)', async () => {
    const { body } = await cms().post('/api/sessions').send({}).expect(400);
    expect(
      body.error.details.errors.map(({ path, message }: { path: string[]; message: string }) => [
        path[0],
        message,
      ]),
    ).toEqual([
      ['identifier', 'required'],
      ['password', 'required'],
    ]);
  });

  it('an unknown user and a wrong password get the same answer (A2)', async () => {
    const [known, unknown] = await Promise.all(
      ['guido', 'nobody'].map((identifier) =>
        cms().post('/api/sessions').send({ identifier, password: 'wrong' }).expect(401),
      ),
    );
    expect(known?.body).toEqual(unknown?.body);
  });

  it('nothing a client sends can make a teacher (A7)', async () => {
    await cms()
      .post('/api/accounts')
      .send({
        username: 'sneaky',
        email: 'sneaky@students.example',
        password: 'long enough',
        firstName: 'S',
        lastName: 'N',
        language: 'en',
        role: 1,
        confirmed: false,
        blocked: true,
        provider: 'x',
      })
      .expect(201);
    const [row] = await sql(
      "select r.type, u.blocked, u.provider from up_users u join up_users_role_lnk l on l.user_id = u.id join up_roles r on r.id = l.role_id where u.username = 'sneaky'",
    );
    expect(row).toEqual({ type: 'student', blocked: false, provider: 'local' });
  });

  it('a duplicate is refused beside its field, whatever its capitals (A9)', async () => {
    const sign = (username: string, email: string) =>
      cms()
        .post('/api/accounts')
        .send({ username, email, password: 'long enough', firstName: 'A', lastName: 'B', language: 'en' });
    expect(
      (await sign('GUIDO', 'new@students.example').expect(400)).body.error.details.errors[0],
    ).toMatchObject({ path: ['username'], message: 'username-taken' });
    expect(
      (await sign('brandnew', 'Guido@Students.Lumino.Example').expect(400)).body.error.details.errors[0],
    ).toMatchObject({ path: ['email'], message: 'email-unusable' });
  });

  it('two sign-ups of one name at once leave one account (A9)', async () => {
    const sign = (email: string) =>
      cms().post('/api/accounts').send({
        username: 'twin',
        email,
        password: 'long enough',
        firstName: 'A',
        lastName: 'B',
        language: 'en',
      });
    const answers = await Promise.all([
      sign('twin1@students.example'),
      sign('twin2@students.example'),
      sign('twin3@students.example'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
  });

  it('a session ends on the server at log-out (A6, P8)', async () => {
    const bearer = await sessionOf('tom');
    await cms().get('/api/me').set('Authorization', bearer).expect(200);
    await cms().delete('/api/sessions/current').set('Authorization', bearer).expect(204);
    await cms().get('/api/me').set('Authorization', bearer).expect(401);
  });

  it('the table of sessions holds no token', async () => {
    const bearer = await sessionOf('tom');
    const [row] = await sql<{ found: string }>(
      'select count(*) as found from site_sessions where token_hash = $1',
      [bearer.replace('Bearer ', '')],
    );
    expect(row?.found).toBe('0');
  });
});

describe('enrolling', () => {
  it('twenty requests at once leave one enrollment (E3)', async () => {
    const { bearer } = await newStudent('eager');
    await Promise.all(
      Array.from({ length: 20 }, () =>
        cms()
          .post('/api/me/enrollments')
          .set('Authorization', bearer)
          .send({ modules: ['PRO'] })
          .expect(200),
      ),
    );
    const [row] = await sql<{ count: string }>(
      "select count(*) from enrollments e join up_users u on u.document_id = e.student_key where u.username = 'eager'",
    );
    expect(row?.count).toBe('1');
  });

  it('an unknown code changes nothing, also beside a known one', async () => {
    const { bearer } = await newStudent('typo');
    const { body } = await cms()
      .post('/api/me/enrollments')
      .set('Authorization', bearer)
      .send({ modules: ['PRO', 'NOPE'] })
      .expect(400);
    expect(body.error.details.errors[0]).toMatchObject({ path: ['modules'], message: 'unknown-module' });
    expect((await cms().get('/api/me/modules').set('Authorization', bearer)).body.modules).toEqual([]);
  });

  it('a closed window is refused (E1)', async () => {
    const { bearer } = await newStudent('late');
    const { body } = await cms()
      .post('/api/me/enrollments')
      .set('Authorization', bearer)
      .send({ modules: ['NET'] })
      .expect(409);
    expect(body.error.details).toMatchObject({ reason: 'window-closed', modules: ['NET'] });
  });

  it('a module with a mark cannot be left (E2)', async () => {
    const bearer = await sessionOf('guido');
    const { body } = await cms()
      .post('/api/me/enrollments/leave')
      .set('Authorization', bearer)
      .send({ modules: ['PRO'] })
      .expect(409);
    expect(body.error.details).toMatchObject({ reason: 'has-mark', modules: ['PRO'] });
  });
});

describe('lessons', () => {
  const route = '/api/catalog/PRO/lessons/decisions';

  it('are for enrolled students alone, asked at each of them (L1)', async () => {
    await cms().get(route).expect(401);
    const { bearer } = await newStudent('outsider');
    expect((await cms().get(route).set('Authorization', bearer).expect(403)).body.error.details.reason).toBe(
      'not-enrolled',
    );
    const { body } = await cms()
      .get(route)
      .set('Authorization', await sessionOf('guido'))
      .expect(200);
    expect(body.sections.length).toBeGreaterThan(2);
  });

  it('a module page shows a stranger the titles and no bodies (S4)', async () => {
    const { body } = await cms().get('/api/catalog/PRO').expect(200);
    expect(body.lessons).toHaveLength(5);
    expect(JSON.stringify(body)).not.toContain('sections');
    expect(body.enrollment).toBeNull();
  });

  it('done twice is done once, and can be undone (L2)', async () => {
    const { bearer } = await newStudent('reader');
    await cms()
      .post('/api/me/enrollments')
      .set('Authorization', bearer)
      .send({ modules: ['PRO'] })
      .expect(200);
    const done = () => cms().put(`${route}/completion`).set('Authorization', bearer).expect(200);
    await Promise.all([done(), done(), done()]);
    expect((await done()).body).toEqual({ done: 1, total: 5 });
    expect((await cms().delete(`${route}/completion`).set('Authorization', bearer).expect(200)).body).toEqual(
      { done: 0, total: 5 },
    );
  });

  it('come in the language asked for (H3)', async () => {
    const bearer = await sessionOf('guido');
    const [english, spanish] = await Promise.all(
      ['en', 'es'].map((locale) => cms().get(`${route}?locale=${locale}`).set('Authorization', bearer)),
    );
    expect(english?.body.locale).toBe('en');
    expect(spanish?.body.locale).toBe('es');
    expect(english?.body.title).not.toBe(spanish?.body.title);
  });
});

describe('people', () => {
  it('the address of a student is shown to its owner alone (U1)', async () => {
    const bearer = await sessionOf('guido');
    expect((await cms().get('/api/people/guido').set('Authorization', bearer)).body.email).toContain('@');
    expect((await cms().get('/api/people/maria').set('Authorization', bearer)).body.email).toBeUndefined();
    await cms().get('/api/people/guido').expect(401);
  });

  it('what is no picture is refused by its content (U3)', async () => {
    const bearer = await sessionOf('petra');
    const { body } = await cms()
      .put('/api/me/profile')
      .set('Authorization', bearer)
      .field('bio', 'x')
      .attach('avatar', Buffer.from('<svg onload="alert(1)"/>'), 'a.png')
      .expect(400);
    expect(body.error.details.errors[0]).toMatchObject({ path: ['avatar'], message: 'not-an-image' });
  });
});
