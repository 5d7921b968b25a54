import { administrator, editor, teacher } from './administration.ts';
import { cms, people, sessionOf, sql } from './cms.ts';

/** The cookie with which the admin's pages know somebody; signing in often in a row is refused, so it is kept. */
const cookies = new Map<string, string>();
async function cookieOf(email: string, password = people.password): Promise<string> {
  const known = cookies.get(email);
  if (known) return known;
  const answer = await cms().post('/admin/login').send({ email, password }).expect(200);
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .find((one) => one?.startsWith('strapi_admin_refresh='));
  if (!cookie) throw new Error('The admin has set no cookie');
  cookies.set(email, cookie.split(';')[0] as string);
  return cookies.get(email) as string;
}

const idOf = async (table: 'modules' | 'lessons', where: string): Promise<string> =>
  (await sql<{ id: string }>(`select document_id as id from ${table} where ${where} limit 1`))[0]
    ?.id as string;
const moduleId = (code: string) => idOf('modules', `code = '${code}'`);
const lessonId = async (code: string) =>
  idOf('lessons', `module_key = '${await moduleId(code)}' order by position`);

/** Asks for a ticket as the admin's pages do. @returns the ticket; null when it leads to the page of refusal. */
async function ticketFor(cookie: string | null, query: Record<string, string>): Promise<string | null> {
  const request = cms().get('/admin/preview-on-site').query(query);
  const answer = await (cookie ? request.set('Cookie', cookie) : request).expect(302);
  expect(answer.headers['cache-control']).toBe('no-store');
  const { origin, pathname } = new URL(answer.headers.location as string);
  expect(origin).toBe(new URL(process.env.SITE_URL as string).origin);
  const ticket = /\/preview\/open\/([\w-]{43})$/.exec(pathname)?.[1] ?? null;
  if (!ticket) expect(pathname).toMatch(/\/preview\/refused$/);
  return ticket;
}
const open = (ticket: string | null, holder: string | null = null) =>
  cms().post('/api/previews').send({ ticket, holder });
const read = (id: string, holder: string, path = '') =>
  cms().get(`/api/previews/${id}${path}`).set('X-Preview-Holder', holder);
const own = async (code = 'HTM') => ({ type: 'module', id: await moduleId(code) });

describe('who may have a preview (L4, L3)', () => {
  it.each([
    ['its teacher', teacher.email, 'HTM', true],
    ['another module’s teacher', teacher.email, 'LNX', false],
    ['an editor', editor.email, 'LNX', true],
    ['an administrator', administrator.email, 'LNX', true],
  ])('%s', async (_, email, code, may) => {
    const cookie = await cookieOf(email);
    expect((await ticketFor(cookie, await own(code))) !== null).toBe(may);
    expect((await ticketFor(cookie, { type: 'lesson', id: await lessonId(code) })) !== null).toBe(may);
  });

  it('nobody without a session of the admin: no visitor, no student', async () => {
    expect(await ticketFor(null, await own())).toBeNull();
    const student = (await sessionOf('guido')).replace('Bearer ', '');
    expect(await ticketFor(`strapi_admin_refresh=${student}`, await own())).toBeNull();
  });

  it.each([
    { type: 'module', id: 'nothingthere' },
    { type: 'user', id: '1' },
    { type: 'module' },
    { type: 'module', id: ['a', 'b'] },
  ])('nobody of what has no page: %j', async (query) => {
    expect(await ticketFor(await cookieOf(administrator.email), query as never)).toBeNull();
  });

  it('the button is there for exactly those', async () => {
    const { adminToken } = await import('./cms.ts');
    const ask = async (email: string, uid: string, documentId: string) =>
      cms()
        .get(`/content-manager/preview/url/${uid}?documentId=${documentId}&locale=es`)
        .set('Authorization', await adminToken(email));
    const offered = await ask(teacher.email, 'api::module.module', await moduleId('HTM'));
    expect(offered.body.data.url).toMatch(/\/preview\/start\?type=module&id=\w+&locale=es&status=draft$/);
    expect((await ask(teacher.email, 'api::module.module', await moduleId('LNX'))).status).toBe(204);
    const grade = await ask(administrator.email, 'api::grade.grade', 'anything');
    expect(grade.status).toBe(204);
  });
});

describe('a ticket (L4)', () => {
  const ticket = async (query?: Record<string, string>) =>
    ticketFor(await cookieOf(teacher.email), query ?? (await own()));

  it('opens one preview, once', async () => {
    const one = await ticket();
    const { body } = await open(one).expect(200);
    expect(new Date(body.expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(3_600_000);
    await read(body.id, body.holder).expect(200);
    const again = await open(one).expect(403);
    expect(again.body.error.details.reason).toBe('not-open');
    await open(one, body.holder).expect(403);
  });

  it('opens it in one browser of several that bring it at once', async () => {
    const one = await ticket();
    const answers = await Promise.all(Array.from({ length: 8 }, () => open(one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(403)]);
  });

  it('is refused after a minute', async () => {
    const one = await ticket();
    await sql("update previews set expires_at = now() - interval '1 second' where holder_hash is null");
    await open(one).expect(403);
  });

  it.each([null, '', 'x', 'A'.repeat(43), { $ne: '' }])(
    'that was never given is refused: %j',
    async (made) => {
      await open(made as never).expect(403);
    },
  );

  it('and the key of a browser are kept as hashes alone', async () => {
    const one = await ticket();
    const { body } = await open(one).expect(200);
    const rows = JSON.stringify(await sql('select * from previews'));
    expect(rows).not.toContain(one as string);
    expect(rows).not.toContain(body.holder);
  });
});

describe('a preview (L4)', () => {
  const openFor = async (email: string, query: Record<string, string>) =>
    (await open(await ticketFor(await cookieOf(email), query)).expect(200)).body as {
      id: string;
      holder: string;
      locale: string;
      lesson: string | null;
    };

  it('is one browser’s: the key of another one does not open it', async () => {
    const [mine, theirs] = [
      await openFor(teacher.email, await own()),
      await openFor(editor.email, await own()),
    ];
    expect(mine.holder).not.toBe(theirs.holder);
    await read(mine.id, theirs.holder).expect(403);
    await read(mine.id, '').expect(403);
    await cms()
      .get(`/api/previews/${mine.id}`)
      .set('Authorization', await sessionOf('guido'))
      .expect(403);
  });

  it('of the same person in the same browser stands beside earlier ones', async () => {
    const first = await openFor(teacher.email, await own('HTM'));
    const ticket = await ticketFor(await cookieOf(teacher.email), await own('GIT'));
    const second = (await open(ticket, first.holder).expect(200)).body;
    expect(second.holder).toBe(first.holder);
    expect((await read(first.id, first.holder).expect(200)).body.module.code).toBe('HTM');
    expect((await read(second.id, first.holder).expect(200)).body.module.code).toBe('GIT');
  });

  it('shows the draft, in both languages, and none of it to readers', async () => {
    const id = await lessonId('HTM');
    const [row] = await sql<{ slug: string }>('select slug from lessons where document_id = $1', [id]);
    const change = (title: string, locale: string) =>
      sql(
        'update lessons set title = $1 where document_id = $2 and locale = $3 and published_at is null returning id',
        [title, id, locale],
      );
    const old = await sql<{ title: string; locale: string }>(
      'select title, locale from lessons where document_id = $1 and published_at is null',
      [id],
    );
    try {
      await change('A draft of a title', 'en');
      await change('Un título en borrador', 'es');
      const {
        id: preview,
        holder,
        lesson,
        locale,
      } = await openFor(teacher.email, {
        type: 'lesson',
        id,
        locale: 'es',
      });
      expect([lesson, locale]).toEqual([row?.slug, 'es']);
      const path = `/lessons/${row?.slug}`;
      expect((await read(preview, holder, `${path}?locale=en`).expect(200)).body).toMatchObject({
        status: 'draft',
        lesson: { title: 'A draft of a title', locale: 'en', place: 1 },
      });
      expect((await read(preview, holder, `${path}?locale=es`)).body.lesson.title).toBe(
        'Un título en borrador',
      );
      const published = await openFor(teacher.email, { type: 'lesson', id, status: 'published' });
      expect((await read(published.id, published.holder, path)).body.lesson.title).not.toContain('draft');
      const catalog = await cms().get('/api/catalog/HTM?locale=en').expect(200);
      expect(JSON.stringify(catalog.body)).not.toContain('A draft of a title');
    } finally {
      for (const { title, locale } of old) await change(title, locale);
    }
  });

  it('does not reach other modules', async () => {
    const { id, holder } = await openFor(editor.email, await own('HTM'));
    const foreign = await lessonId('LNX');
    const [row] = await sql<{ slug: string }>('select slug from lessons where document_id = $1', [foreign]);
    await read(id, holder, `/lessons/${row?.slug}`).expect(403);
  });

  it('ends with its hour, and when its holder says so', async () => {
    const { id, holder } = await openFor(teacher.email, await own());
    const stranger = 'B'.repeat(43);
    await cms().delete(`/api/previews/${id}`).set('X-Preview-Holder', stranger).expect(204);
    await read(id, holder).expect(200);
    await cms().delete(`/api/previews/${id}`).set('X-Preview-Holder', holder).expect(204);
    await read(id, holder).expect(403);

    const second = await openFor(teacher.email, await own());
    await sql("update previews set expires_at = now() - interval '1 second' where document_id = $1", [
      second.id,
    ]);
    await read(second.id, second.holder).expect(403);
  });

  it('closes when its person is no longer active, or no longer teaches the module', async () => {
    const { id, holder } = await openFor(teacher.email, await own());
    const active = (is: boolean) =>
      sql('update admin_users set is_active = $1 where email = $2', [is, teacher.email]);
    await active(false);
    try {
      await read(id, holder).expect(403);
    } finally {
      await active(true);
    }
    await read(id, holder).expect(200);

    const teaches = (key: string | null) =>
      sql('update teacher_profiles set admin_user_key = $1 where slug = $2', [key, 'ada-moreno']);
    const [profile] = await sql<{ key: string }>(
      "select admin_user_key as key from teacher_profiles where slug = 'ada-moreno'",
    );
    await teaches(null);
    try {
      await read(id, holder).expect(403);
    } finally {
      await teaches(profile?.key ?? null);
    }
    await read(id, holder).expect(200);
  });
});
