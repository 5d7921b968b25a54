import { cms, grade, newStudent, people, sql, until } from './cms.ts';

/** What names somebody. */
type Names = Record<'username' | 'email' | 'lastName' | 'key', string>;

/** Tables with a row that holds one of these texts in any column, as the database itself knows its tables. */
async function tablesWith(texts: string[]): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql<{ there: boolean }>(
      `select exists (select 1 from ${name} t where t::text ilike any($1)) as there`,
      [texts.map((text) => `%${text}%`)],
    );
    if (row?.there) found.push(name.replace('public.', ''));
  }
  return found.sort();
}

/** Where the copy of one's own data has the rows of a table. Everything else that names somebody fails the test. */
const PART_OF_TABLE: Record<string, string> = {
  up_users: 'user',
  student_profiles: 'profile',
  files: 'profile',
  enrollments: 'enrollments',
  lesson_progress: 'lessonsDone',
  grades: 'grades',
  grade_changes: 'gradeHistory',
  certificates: 'certificates',
  certificate_issue_run_items: 'certificates',
  deliveries: 'mails',
  delivery_attempts: 'mails',
  site_sessions: 'sessions',
  password_resets: 'passwordLinks',
  email_confirmations: 'confirmationLinks',
};
/** Work that is over or under way, by keys alone; gone within days. */
const isWork = (table: string): boolean => table.startsWith('pgboss.');

describe('one’s own data (P14)', () => {
  const student: Names = {
    username: 'whole-story',
    email: 'whole-story@students.example',
    lastName: 'whole-story',
    key: '',
  };
  let bearer: string;

  beforeAll(async () => {
    ({ bearer } = await newStudent(student.username));
    const as = <T extends { set(name: string, value: string): T }>(call: T): T =>
      call.set('Authorization', bearer);
    await as(cms().post('/api/me/enrollments'))
      .send({ modules: ['PRO'] })
      .expect(200);
    await as(cms().put('/api/catalog/PRO/lessons/decisions/completion')).expect(200);
    await grade(people.showcase.teacher.email, 'PRO', student.username, 9);
    await cms().post('/api/password-resets').send({ email: student.email }).expect(204);
    const [row] = await sql<{ key: string }>('select document_id as key from up_users where username = $1', [
      student.username,
    ]);
    student.key = row?.key as string;
    await as(cms().post('/api/certificates/requests')).send({ kind: 'grade', language: 'en' });
    await until('every mail is sent', async () => {
      const rows = await sql<{ sent_at: Date | null }>(
        'select sent_at from deliveries where recipient_key = $1 or "to" = $2',
        [student.key, student.email],
      );
      return rows.length >= 3 && rows.every((one) => one.sent_at);
    });
  });

  const copy = async () => (await cms().get('/api/me/export').set('Authorization', bearer).expect(200)).body;

  it('are all in the copy: each table that names the student has its part', async () => {
    const tables = (await tablesWith(Object.values(student))).filter((table) => !isWork(table));
    expect(tables.filter((table) => !PART_OF_TABLE[table])).toEqual([]);
    expect(tables).toEqual(
      expect.arrayContaining(['up_users', 'deliveries', 'certificates', 'site_sessions']),
    );
    const data = await copy();
    for (const table of tables) expect(data[PART_OF_TABLE[table] as string]).toBeTruthy();
    const parts = [
      'enrollments',
      'lessonsDone',
      'grades',
      'gradeHistory',
      'certificates',
      'mails',
      'sessions',
    ];
    for (const part of [...parts, 'passwordLinks', 'confirmationLinks'])
      expect({ part, rows: data[part].length }).toEqual({ part, rows: expect.any(Number) });
    for (const part of parts)
      expect({ part, empty: data[part].length === 0 }).toEqual({ part, empty: false });
    expect(data.user).toMatchObject({ username: student.username, email: student.email });
    expect(data.grades[0]).toMatchObject({ mark: expect.anything() });
    expect(data.certificates[0].snapshot.recipient.name).toContain(student.lastName);
    expect(data.mails.map(({ kind }: { kind: string }) => kind)).toContain('accounts/confirm-address');
  });

  it('open no account to whoever finds the copy', async () => {
    const text = JSON.stringify(await copy());
    for (const [table, column] of [
      ['up_users', 'password'],
      ['site_sessions', 'token_hash'],
      ['password_resets', 'token_hash'],
      ['email_confirmations', 'token_hash'],
    ]) {
      const rows = await sql<{ secret: string }>(
        `select ${column} as secret from ${table} where ${table === 'up_users' ? 'document_id' : 'user_key'} = $1`,
        [student.key],
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { secret } of rows) expect(text).not.toContain(secret);
    }
  });

  it('are gone with the student: no table has name or address (U4)', async () => {
    const leave = (password: string) =>
      cms().post('/api/me/leave').set('Authorization', bearer).send({ password });
    await leave('wrong').expect(400);
    await leave('long enough').expect(204);
    await cms().get('/api/me').set('Authorization', bearer).expect(401);
    const { username, email } = student;
    expect((await tablesWith([username, email])).filter((table) => !isWork(table))).toEqual([]);
    expect((await tablesWith([email])).filter(isWork)).toEqual([]);
  });
});
