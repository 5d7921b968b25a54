import { administrator, teacher } from './administration.ts';
import { adminToken, cms, grade, newStudent, people, sessionOf, sql } from './cms.ts';
import { changeModule, newModule, newTeacher } from './teaching.ts';

const manager = async (path: string, email: string) =>
  (
    await cms()
      .get(`/content-manager${path}`)
      .set('Authorization', await adminToken(email))
      .expect(200)
  ).body;
const enrol = (bearer: string, code: string) =>
  cms()
    .post('/api/me/enrollments')
    .set('Authorization', bearer)
    .send({ modules: [code] })
    .expect(200);
const titlesOf = async (username: string): Promise<(string | null)[]> =>
  (
    await sql<{ title: string | null }>(
      `select e.title from enrollments e join up_users u on u.document_id = e.student_key
       where u.username = $1 order by e.title`,
      [username],
    )
  ).map(({ title }) => title);

describe('the admin names enrollments, marks and progress by student and module (X1)', () => {
  it('for every one there is', async () => {
    for (const table of ['enrollments', 'grades', 'lesson_progress', 'student_profiles']) {
      const [row] = await sql(`select count(*)::int as all, count(title)::int as titled from ${table}`);
      expect(row?.all).toBeGreaterThan(0);
      expect(row?.titled).toBe(row?.all);
    }
    expect(await titlesOf('guido')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Guido \S.* · [A-Z0-9]+$/)]),
    );
  });

  it('in the list and the form of marks, for the teacher too', async () => {
    await enrol((await newStudent('titled-mark')).bearer, 'PRO');
    await grade(people.showcase.teacher.email, 'PRO', 'titled-mark', 7);
    const [row] = await sql<{ grade: string; enrollment: string }>(
      `select g.document_id as grade, e.document_id as enrollment from grades g
       join enrollments e on e.document_id = g.enrollment_key where e.title = 'Test titled-mark · PRO'`,
    );
    const list = await manager(
      '/collection-types/api::grade.grade?page=1&pageSize=10&_q=titled-mark',
      teacher.email,
    );
    expect(list.results).toMatchObject([{ documentId: row?.grade, title: 'Test titled-mark · PRO' }]);
    for (const email of [teacher.email, administrator.email]) {
      const form = await manager(`/relations/api::grade.grade/${row?.grade}/enrollment`, email);
      expect(form.data ?? form.results).toMatchObject([{ title: 'Test titled-mark · PRO' }]);
    }
  });

  it('and finds one by the name when it has to be chosen', async () => {
    const { results } = await manager(
      '/relations/api::grade.grade/enrollment?_q=titled-mark&page=1&pageSize=10',
      administrator.email,
    );
    expect(results).toMatchObject([{ title: 'Test titled-mark · PRO' }]);
  });

  it('also after the student has another name, or the module another code', async () => {
    const owner = await newTeacher('titles-teacher');
    const module = await newModule('TTL', 'Titles', owner);
    const { bearer } = await newStudent('titled-anew');
    await enrol(bearer, 'TTL');
    const [enrollment] = await sql<{ key: string }>(
      "select document_id as key from enrollments where title = 'Test titled-anew · TTL'",
    );
    await grade(owner.email, 'TTL', 'titled-anew', 6);
    await sql(
      `insert into lesson_progress (document_id, enrollment_key, lesson_key, pair_key) values ($1, $2, $1, $1)`,
      ['titled-anew-progress', enrollment?.key],
    );
    const [user] = await sql<{ key: string }>(
      "select document_id as key from up_users where username = 'titled-anew'",
    );
    await cms()
      .put(`/content-manager/collection-types/plugin::users-permissions.user/${user?.key}`)
      .set('Authorization', await adminToken(administrator.email))
      .send({ firstName: 'Ana', lastName: 'de la Torre' })
      .expect(200);
    const all = async () => [
      ...(await titlesOf('titled-anew')),
      ...(await sql<{ title: string }>(
        `select title from grades where enrollment_key = $1
         union all select title from lesson_progress where enrollment_key = $1
         union all select title from student_profiles where user_key = $2`,
        [enrollment?.key, user?.key],
      ).then((rows) => rows.map(({ title }) => title))),
    ];
    const name = 'Ana de la Torre';
    expect(await all()).toEqual([`${name} · TTL`, `${name} · TTL`, `${name} · TTL`, name]);
    await changeModule(module, { code: 'TTM' });
    expect(await all()).toEqual([`${name} · TTM`, `${name} · TTM`, `${name} · TTM`, name]);
    await sql("update up_users set first_name = '', last_name = null where username = 'titled-anew'");
    expect(await titlesOf('titled-anew')).toEqual(['titled-anew · TTM']);
  });

  it('which nobody can write, and no student reads', async () => {
    await sql("update enrollments set title = 'Somebody else' where title = 'Test titled-mark · PRO'");
    expect(await titlesOf('titled-mark')).toEqual(['Test titled-mark · PRO']);
    const { text } = await cms()
      .get('/api/me/modules')
      .set('Authorization', await sessionOf('guido'))
      .expect(200);
    expect(text).not.toContain(' · ');
  });
});
