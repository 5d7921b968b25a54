import { administrator, editor, teacher } from './administration.ts';
import { adminToken, cms, sessionOf, sql } from './cms.ts';

const ask = async (email: string, path: string) =>
  cms()
    .get(`/home/${path}`)
    .set('Authorization', await adminToken(email));

describe('the first page of the admin', () => {
  it.each([
    ['teaching', [teacher.email, administrator.email], [editor.email]],
    ['writing', [teacher.email, editor.email, administrator.email], []],
  ])('gives %s to those whose work it is, and to nobody else (M6)', async (path, may, mayNot) => {
    for (const email of may) expect((await ask(email, path)).status).toBe(200);
    for (const email of mayNot) expect((await ask(email, path)).status).toBe(403);
    await cms().get(`/home/${path}`).expect(401);
    await cms()
      .get(`/home/${path}`)
      .set('Authorization', await sessionOf('guido'))
      .expect(401);
  });

  it('tells a teacher how many of their students have no mark, and what these did last', async () => {
    const { data } = (await ask(teacher.email, 'teaching?locale=es')).body;
    const [row] = await sql<{ waiting: string }>(
      `select count(*) filter (where g.mark is null) as waiting from enrollments e
       left join grades g on g.enrollment_key = e.document_id
       where e.module_key in (select m.document_id from modules m
         join modules_teacher_lnk l on l.module_id = m.id join teacher_profiles t on t.id = l.teacher_profile_id
         where t.slug = 'ada-moreno')`,
    );
    expect(String(data.waiting)).toBe(row?.waiting);
    const own = ['A11Y', 'API', 'GIT', 'HTM', 'PRO'];
    for (const { code, waiting } of data.modules) {
      expect(own).toContain(code);
      expect(waiting).toBeGreaterThan(0);
    }
    for (const { code, student, at } of data.activity) {
      expect(own).toContain(code);
      expect(student).toMatch(/\S/);
      expect(Date.parse(at)).not.toBeNaN();
    }
    const times = data.activity.map(({ at }: { at: string }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('tells authors what is not finished, each of what they may read', async () => {
    const { body } = await cms()
      .post('/content-manager/collection-types/api::module.module?locale=en')
      .set('Authorization', await adminToken(editor.email))
      .send({ code: 'HALF', name: 'Half done', markMin: 1, markMax: 10, passMark: 5 })
      .expect(201);
    try {
      const { data } = (await ask(editor.email, 'writing')).body;
      expect(data.newest).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ documentId: body.data.documentId, locale: 'en', state: 'draft' }),
          expect.objectContaining({ documentId: body.data.documentId, locale: 'es', state: 'missing' }),
        ]),
      );
      const teachers = JSON.stringify((await ask(teacher.email, 'writing')).body.data);
      expect(teachers).not.toContain(body.data.documentId);
    } finally {
      await cms()
        .delete(`/content-manager/collection-types/api::module.module/${body.data.documentId}?locale=*`)
        .set('Authorization', await adminToken(editor.email))
        .expect(200);
    }
  });

  it('tells administrators whether everything runs, and nobody else', async () => {
    const status = async (email: string) =>
      cms()
        .get('/monitoring/status')
        .set('Authorization', await adminToken(email));
    const { data } = (await status(administrator.email)).body;
    expect(data.lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: 'database', verdict: 'good' }),
        expect.objectContaining({ subject: 'worker', verdict: 'good' }),
        expect.objectContaining({ subject: 'mail', verdict: 'good' }),
      ]),
    );
    expect(JSON.stringify(data)).not.toMatch(/@|password/);
    for (const email of [teacher.email, editor.email]) expect((await status(email)).status).toBe(403);
  });
});
