import { readdirSync } from 'node:fs';
import path from 'node:path';
import { adminToken, cms, people, sessionOf, sql } from './cms.ts';
import { newModule, newTeacher } from './teaching.ts';

const HAND_MADE = [
  'lumino_modules_code_draft',
  'lumino_modules_code_published',
  'lumino_lessons_slug_draft',
  'lumino_lessons_slug_published',
  'lumino_users_email',
  'lumino_users_username',
];

describe('the database keeps what must be unique', () => {
  it('has the indexes made by hand, after more than one start', async () => {
    const rows = await sql<{ indexname: string }>(
      "select indexname from pg_indexes where indexname like 'lumino%'",
    );
    expect(rows.map((row) => row.indexname)).toEqual(expect.arrayContaining(HAND_MADE));
  });

  it.each([
    ['enrollments', 'pair_key'],
    ['grades', 'enrollment_key'],
    ['lesson_progress', 'pair_key'],
    ['student_profiles', 'user_key'],
    ['certificates', 'idempotency_key'],
    ['certificates', 'verification_code'],
    ['deliveries', 'key'],
    ['deliveries', 'message_id'],
    ['site_sessions', 'token_hash'],
    ['previews', 'ticket_hash'],
  ])('%s.%s is unique', async (table, column) => {
    const rows = await sql('select from pg_indexes where tablename = $1 and indexdef like $2', [
      table,
      `CREATE UNIQUE INDEX % (${column})`,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('every student has exactly one profile (A10)', async () => {
    const [row] = await sql<{ missing: string }>(
      'select count(*) as missing from up_users u left join student_profiles p on p.user_key = u.document_id where p.id is null',
    );
    expect(row?.missing).toBe('0');
  });
});

describe('the demo school (X4)', () => {
  it('is large enough', async () => {
    const [row] = await sql<Record<string, string>>(`select
      (select count(*) from teacher_profiles) as teachers, (select count(*) from student_profiles) as students,
      (select count(distinct document_id) from modules) as modules, (select count(distinct document_id) from lessons) as lessons,
      (select count(*) from enrollments) as enrollments, (select count(*) from grades where mark is not null) as marks`);
    const numbers = Object.fromEntries(
      Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]),
    );
    expect(numbers.teachers).toBeGreaterThanOrEqual(3);
    expect(numbers.students).toBeGreaterThanOrEqual(16);
    expect(numbers.modules).toBeGreaterThanOrEqual(20);
    expect(numbers.lessons).toBeGreaterThanOrEqual(100);
    expect(numbers.enrollments).toBeGreaterThanOrEqual(60);
    expect(numbers.marks).toBeLessThan(numbers.enrollments ?? 0);
    expect(numbers.marks).toBeGreaterThan(20);
  });

  it('has every lesson in both languages', async () => {
    const codes = readdirSync(path.join(__dirname, '..', '..', 'database', 'seeds', 'modules'));
    const rows = await sql<{ locales: number }>(
      `select count(distinct locale)::int as locales from lessons where published_at is not null
       and module_key in (select document_id from modules where code = any($1)) group by document_id`,
      [codes],
    );
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(rows.filter(({ locales }) => locales !== 2)).toEqual([]);
  });
});

describe('Strapi’s own API is closed', () => {
  it.each([
    '/api/modules',
    '/api/lessons',
    '/api/enrollments',
    '/api/grades',
    '/api/users',
    '/api/users/me',
    '/api/certificates',
    '/api/student-profiles',
  ])('%s', async (route) => {
    expect((await cms().get(route)).status).toBeGreaterThanOrEqual(401);
    expect(
      (
        await cms()
          .get(route)
          .set('Authorization', await sessionOf('guido'))
      ).status,
    ).toBeGreaterThanOrEqual(401);
  });

  it('signing up by the generic route does not work', async () => {
    expect(
      (
        await cms()
          .post('/api/auth/local/register')
          .send({ username: 'x1', email: 'x1@example.com', password: 'long enough' })
      ).status,
    ).toBeGreaterThanOrEqual(400);
  });
});

describe('roles in the admin', () => {
  const gradebook = (token: string) => cms().get('/gradebook/modules').set('Authorization', token);

  it('a teacher sees their own modules in the gradebook and no others (M6)', async () => {
    const { body } = await gradebook(await adminToken(people.showcase.teacher.email)).expect(200);
    const codes = JSON.stringify(body);
    expect(codes).toContain('"PRO"');
    expect(codes).not.toContain('"STA"');
  });

  it('an editor sees no marks (M6)', async () => {
    await gradebook(await adminToken(people.showcase.editor.email)).expect(403);
  });

  it('a teacher lists only their own modules and lessons in the content manager (L3)', async () => {
    const token = await adminToken(people.showcase.teacher.email);
    const modules = await cms()
      .get('/content-manager/collection-types/api::module.module?pageSize=100')
      .set('Authorization', token)
      .expect(200);
    expect(new Set(modules.body.results.map((row: { code: string }) => row.code))).toEqual(
      new Set(['PRO', 'HTM', 'GIT', 'API', 'A11Y']),
    );
    const [foreign] = await sql<{ id: string }>(
      "select document_id as id from modules where code = 'STA' limit 1",
    );
    await cms()
      .get(`/content-manager/collection-types/api::module.module/${foreign?.id}`)
      .set('Authorization', token)
      .expect(403);
  });

  it('a teacher changes what a module says, and not who teaches it (M6)', async () => {
    const [owner, other] = [await newTeacher('field-owner'), await newTeacher('field-other')];
    const documentId = await newModule('FLD', 'Fields', owner);
    await cms()
      .put(`/content-manager/collection-types/api::module.module/${documentId}?locale=en`)
      .set('Authorization', await adminToken(owner.email))
      .send({ name: 'Fields, again', teacher: { set: [{ documentId: other.profile }] } });
    const [row] = await sql(
      `select m.name, t.document_id as teacher from modules m join modules_teacher_lnk l on l.module_id = m.id
       join teacher_profiles t on t.id = l.teacher_profile_id where m.document_id = $1 and m.published_at is null`,
      [documentId],
    );
    expect(row).toEqual({ name: 'Fields, again', teacher: owner.profile });
  });
});
