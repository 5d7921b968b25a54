import { editor, teacher } from './administration.ts';
import { adminToken, cms, sessionOf, sql } from './cms.ts';

/** Priya teaches TST; Ada, whose list of modules other tests know, does not. */
const priya = 'priya.nair@lumino.example';
const as = async (email: string, method: 'get' | 'post' | 'put', path: string, body?: object) => {
  const token = await adminToken(email);
  const request = cms()[method](`/authoring${path}`).set('Authorization', token);
  return body ? request.send(body) : request;
};
const keyOf = async (code: string): Promise<string> =>
  (await sql<{ key: string }>('select document_id as key from modules where code = $1 limit 1', [code]))[0]
    ?.key as string;
const outline = async (code: string, by = editor.email) =>
  (await as(by, 'get', `/modules/${await keyOf(code)}?locale=en`)).body.data;
/** A copy of Priya's module TST, as drafts. */
const copy = async (code: string): Promise<string> => {
  const { status, body } = await as(editor.email, 'post', `/modules/${await keyOf('TST')}/duplicate`, {
    code,
  });
  expect(status).toBe(201);
  return body.data.moduleKey;
};
const publish = async (lessonKey: string) =>
  cms()
    .post(`/content-manager/collection-types/api::lesson.lesson/${lessonKey}/actions/publish?locale=en`)
    .set('Authorization', await adminToken(editor.email))
    .send({})
    .expect(200);

describe('duplicating a module', () => {
  it('copies its texts and lessons in both languages, as drafts, and nobody’s enrollment', async () => {
    const moduleKey = await copy('TST-A');
    const rows = (table: string, where: string, key: string) =>
      sql(`select * from ${table} where ${where} = $1 and published_at is null order by locale, 1`, [key]);
    const texts = async (key: string) =>
      (await rows('modules', 'document_id', key)).map(({ locale, name, summary, description, mark_max }) => ({
        ...{ locale, name, summary, description, mark_max },
      }));
    expect(await texts(moduleKey)).toEqual(await texts(await keyOf('TST')));
    const lessons = async (key: string) =>
      (await rows('lessons', 'module_key', key))
        .map(({ locale, slug, title, position, minutes }) => ({ locale, slug, title, position, minutes }))
        .sort((a, b) => `${a.locale}${a.slug}`.localeCompare(`${b.locale}${b.slug}`));
    expect(await lessons(moduleKey)).toEqual(await lessons(await keyOf('TST')));
    expect((await lessons(moduleKey)).length).toBeGreaterThan(4);
    const published = 'select 1 from lessons where module_key = $1 and published_at is not null';
    expect(await sql(published, [moduleKey])).toEqual([]);
    expect(await sql('select 1 from enrollments where module_key = $1', [moduleKey])).toEqual([]);
    const sections = await sql<{ count: string }>(
      `select count(*) from lessons_cmps c join lessons l on l.id = c.entity_id
       where l.module_key = $1 and l.published_at is null`,
      [moduleKey],
    );
    expect(sections).toEqual(
      await sql(
        `select count(*) from lessons_cmps c join lessons l on l.id = c.entity_id
         where l.module_key = $1 and l.published_at is null`,
        [await keyOf('TST')],
      ),
    );
    expect((await outline('TST-A', priya)).lessons).toHaveLength((await outline('TST')).lessons.length);
  });

  it('wants a code that is one, and that no other module has', async () => {
    for (const [code, message] of [
      ['TST', 'taken'],
      ['x', 'code'],
    ]) {
      const { status, body } = await as(editor.email, 'post', `/modules/${await keyOf('TST')}/duplicate`, {
        code,
      });
      expect(status).toBe(400);
      expect(body.error.details.errors).toEqual([expect.objectContaining({ path: ['code'], message })]);
    }
  });
});

describe('the order of lessons (L3)', () => {
  it('is changed for drafts and readers at once, and no lesson counts as modified', async () => {
    const moduleKey = await copy('TST-B');
    const before: { lessonKey: string }[] = (await outline('TST-B')).lessons;
    await publish(before[0]?.lessonKey as string);
    const lessonKeys = before.map(({ lessonKey }) => lessonKey).reverse();
    expect((await as(priya, 'put', `/modules/${moduleKey}/order`, { lessonKeys })).status).toBe(204);
    const after = (await outline('TST-B')).lessons;
    expect(after.map(({ lessonKey }: { lessonKey: string }) => lessonKey)).toEqual(lessonKeys);
    const places = await sql<{ document_id: string; position: number }>(
      'select distinct document_id, position from lessons where module_key = $1 order by position',
      [moduleKey],
    );
    expect(places).toEqual(lessonKeys.map((document_id, index) => ({ document_id, position: index + 1 })));
    expect(after.flatMap(({ texts }: any) => [texts.en?.state, texts.es?.state])).not.toContain('modified');
  });

  it('is refused where the module has other lessons by now: nothing is lost silently', async () => {
    const moduleKey = await copy('TST-C');
    const keys = (await outline('TST-C')).lessons.map(({ lessonKey }: { lessonKey: string }) => lessonKey);
    for (const lessonKeys of [keys.slice(1), [...keys, 'other'], [keys[0], ...keys.slice(0, -1)]]) {
      expect((await as(priya, 'put', `/modules/${moduleKey}/order`, { lessonKeys })).status).toBe(409);
    }
    const after = (await outline('TST-C')).lessons.map(({ lessonKey }: { lessonKey: string }) => lessonKey);
    expect(after).toEqual(keys);
  });
});

describe('a new lesson', () => {
  it('stands behind the others, has an address of its own and sections to write over', async () => {
    const moduleKey = await copy('TST-D');
    const add = (template: string) =>
      as(priya, 'post', `/modules/${moduleKey}/lessons`, { title: '¿Qué sigue?', locale: 'es', template });
    const [first, second] = [await add('guided'), await add('empty')];
    expect([first.status, second.status]).toEqual([201, 201]);
    const { lessons } = await outline('TST-D');
    expect(lessons.slice(-2)).toMatchObject([
      { slug: 'que-sigue', texts: { en: null, es: { title: '¿Qué sigue?', state: 'draft' } } },
      { slug: 'que-sigue-2' },
    ]);
    const kinds = await sql<{ type: string }>(
      `select c.component_type as type from lessons_cmps c join lessons l on l.id = c.entity_id
       where l.document_id = $1 order by c.order`,
      [first.body.data.lessonKey],
    );
    expect(kinds.map(({ type }) => type)).toContain('lesson.quiz');
  });

  it('wants a title, told beside its field', async () => {
    const { status, body } = await as(editor.email, 'post', `/modules/${await keyOf('TST')}/lessons`, {
      ...{ title: ' ', locale: 'en', template: 'guided' },
    });
    expect(status).toBe(400);
    expect(body.error.details.errors[0].path).toEqual(['title']);
  });
});

describe('the checklist before publishing', () => {
  const check = async (type: string, key: string, locale = 'en', by = editor.email) =>
    as(by, 'get', `/checklist/${type}/${key}?locale=${locale}`);

  it('finds nothing in a lesson of the demo', async () => {
    const [lesson] = (await outline('TST')).lessons;
    expect((await check('lesson', lesson.lessonKey)).body.data.findings).toEqual([]);
  });

  it('finds what is missing in a lesson, and how much in each lesson of a module', async () => {
    const moduleKey = await copy('TST-E');
    const { body } = await as(editor.email, 'post', `/modules/${moduleKey}/lessons`, {
      ...{ title: 'Unfinished', locale: 'en', template: 'empty' },
    });
    const { lessonKey } = body.data;
    const text =
      '[gone](not-there), [also gone](#nowhere), [there](/modules/TST) ![](/uploads/not-there.png)\n\n[x](javascript:alert(1))';
    await cms()
      .put(`/content-manager/collection-types/api::lesson.lesson/${lessonKey}?locale=en`)
      .set('Authorization', await adminToken(editor.email))
      .send({ sections: [{ __component: 'lesson.text', body: text }] })
      .expect(200);
    expect((await check('lesson', lessonKey)).body.data.findings).toEqual([
      { kind: 'translation-missing', locale: 'es' },
      { kind: 'module-unpublished' },
      { kind: 'link-broken', place: 1, address: 'not-there' },
      { kind: 'link-broken', place: 1, address: '#nowhere' },
      { kind: 'link-unsafe', place: 1, address: 'javascript:alert(1)' },
      { kind: 'picture-missing', place: 1, address: '/uploads/not-there.png' },
      { kind: 'alternative-missing', place: 1, address: '/uploads/not-there.png' },
    ]);
    const { findings } = (await check('module', moduleKey)).body.data;
    expect(findings).toContainEqual({ kind: 'lesson', lessonKey, title: 'Unfinished', findings: 6 });
  });

  it('knows no draft in a language that is none', async () => {
    expect((await check('module', await keyOf('TST'), 'fr')).status).toBe(404);
  });
});

describe('who may (L3)', () => {
  it('a teacher sees their own modules alone', async () => {
    const { modules, may } = (await as(priya, 'get', '/modules')).body.data;
    const codes = modules.map(({ code }: { code: string }) => code);
    expect(codes).toContain('TST');
    expect(codes).not.toContain('HTM');
    expect(may.create).toBe(false);
  });

  it.each([
    ['get', '', undefined],
    ['put', '/order', { lessonKeys: [] }],
    ['post', '/lessons', { title: 'Mine', locale: 'en', template: 'empty' }],
    ['post', '/duplicate', { code: 'MINE' }],
  ] as const)('another teacher is refused: %s %s', async (method, path, body) => {
    expect((await as(teacher.email, method, `/modules/${await keyOf('TST')}${path}`, body)).status).toBe(403);
  });

  it('another teacher is refused the checklist, too', async () => {
    const [lesson] = (await outline('TST')).lessons;
    for (const path of [`module/${await keyOf('TST')}`, `lesson/${lesson.lessonKey}`])
      expect((await as(teacher.email, 'get', `/checklist/${path}?locale=en`)).status).toBe(403);
  });

  it('teachers make no modules: their own they do not duplicate either', async () => {
    const { status } = await as(priya, 'post', `/modules/${await keyOf('TST')}/duplicate`, { code: 'MINE' });
    expect(status).toBe(403);
  });

  it('nobody without a session of the admin', async () => {
    await cms().get('/authoring/modules').expect(401);
    await cms()
      .get('/authoring/modules')
      .set('Authorization', await sessionOf('guido'))
      .expect(401);
  });

  it('what is not there is not found', async () => {
    expect((await as(editor.email, 'get', '/modules/nothing')).status).toBe(404);
    expect((await as(editor.email, 'put', '/modules/nothing/order', { lessonKeys: [] })).status).toBe(404);
  });
});
