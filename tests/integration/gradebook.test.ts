import { adminToken, cms, grade, newStudent, sql } from './cms.ts';
import { newModule, newTeacher } from './teaching.ts';

const CODE = 'GB-CSV';
const STUDENTS = ['gbana', 'gbbo', 'gbcy'];

let email: string;
let moduleKey: string;
const bearer = () => adminToken(email);
const at = (path = '') => `/gradebook/modules/${moduleKey}${path}`;
const read = async () =>
  (
    await cms()
      .get(at())
      .set('Authorization', await bearer())
      .expect(200)
  ).body.data.rows;
const marks = async (): Promise<Record<string, number | null>> =>
  Object.fromEntries(
    (await read()).map((row: { username: string; mark: number }) => [row.username, row.mark]),
  );
const save = async (changes: object[]) =>
  cms()
    .put(at('/marks'))
    .set('Authorization', await bearer())
    .send({ changes });
const send = async (content: string | Buffer, dryRun = false) => {
  const { body } = await cms()
    .post(at(`/import?dryRun=${dryRun}`))
    .set('Authorization', await bearer())
    .attach('file', Buffer.from(content), { filename: 'marks.csv', contentType: 'text/csv' })
    .expect(200);
  return body.data;
};
/** Every trace that a write leaves. */
const traces = () =>
  sql(
    `select e.document_id, g.mark, g.feedback, g.revision, g.graded_at,
       (select count(*) from grade_changes c where c.enrollment_key = e.document_id) as changes
     from enrollments e left join grades g on g.enrollment_key = e.document_id where e.module_key = $1 order by 1`,
    [moduleKey],
  );

beforeAll(async () => {
  const teacher = await newTeacher('gradebook');
  email = teacher.email;
  moduleKey = await newModule(CODE, 'Marks by file', teacher);
  for (const username of STUDENTS) {
    const student = await newStudent(username);
    await cms()
      .post('/api/me/enrollments')
      .set('Authorization', student.bearer)
      .send({ modules: [CODE] })
      .expect(200);
  }
}, 60_000);

describe('saving the marks of a class', () => {
  it('writes all of them at once, with their history (M2, M7)', async () => {
    const rows = await read();
    const changes = rows.map(({ enrollmentKey, revision }: any, index: number) => ({
      ...{ enrollmentKey, revision, mark: 5 + index },
      ...(index === 0 ? { feedback: 'Well done' } : {}),
    }));
    const { body } = await save(changes);
    expect(body.data.rows.map((row: { revision: number }) => row.revision)).toEqual([1, 1, 1]);
    expect(await marks()).toEqual({ gbana: 5, gbbo: 6, gbcy: 7 });

    const { enrollmentKey, revision } = (await read())[0];
    await save([{ enrollmentKey, mark: 8.25, revision }]);
    await save([{ enrollmentKey, mark: 8.25, feedback: '', revision: revision + 1 }]);
    await save([{ enrollmentKey, mark: 8.25, feedback: 'Well done', revision: revision + 2 }]);
    const history = await cms()
      .get(at(`/history/${enrollmentKey}`))
      .set('Authorization', await bearer());
    expect(history.body.data).toMatchObject([
      { from: 8.25, to: 8.25, feedback: { from: '', to: 'Well done' } },
      { from: 8.25, to: 8.25, feedback: { from: 'Well done', to: '' } },
      // What nobody mentioned stays.
      { from: 5, to: 8.25, feedback: null, actor: 'Test gradebook' },
      { from: null, to: 5, feedback: { from: '', to: 'Well done' }, actor: 'Test gradebook' },
    ]);
    expect((await read())[0]).toMatchObject({ feedback: 'Well done', mark: 8.25, revision: 4 });
  });

  it('tells the content manager the same story: author, time, enrollment', async () => {
    const rows = await sql<Record<string, unknown>>(
      `select g.graded_by, g.graded_at is not null as dated, u.email, count(l.id)::int as links from grades g
       join enrollments e on e.document_id = g.enrollment_key left join admin_users u on u.id = g.created_by_id
       left join grades_enrollment_lnk l on l.grade_id = g.id and l.enrollment_id = e.id
       where e.module_key = $1 group by g.id, u.email`,
      [moduleKey],
    );
    expect(rows).toEqual(STUDENTS.map(() => ({ graded_by: 'Test gradebook', dated: true, email, links: 1 })));
  });

  it('saves nothing where one mark is outside the scale, or one student is not of the class (M3)', async () => {
    const before = await traces();
    const [first, second] = await read();
    const fine = { enrollmentKey: first.enrollmentKey, mark: 9, revision: first.revision };
    const refused = await save([
      fine,
      { enrollmentKey: second.enrollmentKey, mark: 11, revision: second.revision },
    ]);
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.errors).toMatchObject([
      { path: [second.enrollmentKey, 'mark'], message: 'outside-scale' },
    ]);
    expect((await save([fine, { enrollmentKey: 'nobody', mark: 5, revision: 0 }])).status).toBe(400);
    expect(await traces()).toEqual(before);
  });

  it('tells whoever comes second which grades changed meanwhile, and saves nothing of theirs (M4)', async () => {
    const [first, second] = await read();
    await grade(email, CODE, second.username, 9.5);
    const { status, body } = await save([
      { enrollmentKey: first.enrollmentKey, mark: 1, revision: first.revision },
      { enrollmentKey: second.enrollmentKey, mark: 2, revision: second.revision },
    ]);
    expect(status).toBe(409);
    expect(body.error.details.conflicts).toMatchObject([
      { enrollmentKey: second.enrollmentKey, mark: 9.5, changedBy: 'Test gradebook' },
    ]);
    expect(await marks()).toMatchObject({ [first.username]: first.mark, [second.username]: 9.5 });
  });
});

describe('marks as a file (M5)', () => {
  it.each(['en', 'es'])('go out in %s and change nothing when they come back', async (locale) => {
    const { text, headers } = await cms()
      .get(at(`/csv?locale=${locale}`))
      .set('Authorization', await bearer())
      .expect(200);
    expect(headers['content-disposition']).toContain(`${CODE}.csv`);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain(locale === 'es' ? 'gbana;Test gbana;8,25;' : 'gbana,Test gbana,8.25,');
    expect(await send(text)).toMatchObject({ rows: 3, changed: 0, wrong: 0, written: false });
  });

  it('are only looked at in a dry run, and written as one when it is meant', async () => {
    const before = await traces();
    const file = 'Usuario;Nota;Comentarios\ngbana;4,5;"=HYPERLINK(""x"")"\ngbbo;;\n';
    const dry = await send(file, true);
    expect(dry).toMatchObject({ encoding: 'utf-8', rows: 2, changed: 2, wrong: 0, written: false });
    expect(dry.changes).toMatchObject([
      { row: 2, student: 'Test gbana', from: 8.25, to: 4.5 },
      { row: 3, student: 'Test gbbo', from: 9.5, to: null },
    ]);
    expect(await traces()).toEqual(before);
    expect(await send(file)).toMatchObject({ changed: 2, written: true });
    expect(await marks()).toEqual({ gbana: 4.5, gbbo: null, gbcy: 7 });
    const out = await cms()
      .get(at('/csv'))
      .set('Authorization', await bearer());
    // A spreadsheet would run it otherwise.
    expect(out.text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  const RIGHT = 'gbcy,6,';
  const HEADING = 'username,mark,feedback';
  const HOSTILE: [string, string | Buffer, string[]][] = [
    [
      'formulas for marks',
      [HEADING, RIGHT, 'gbana,=1+1,', 'gbbo,"@SUM(A1)",'].join('\n'),
      ['3 not-a-number', '4 not-a-number'],
    ],
    ['the same student twice', [HEADING, RIGHT, 'gbana,5,', 'GBANA,6,'].join('\n'), ['4 twice']],
    [
      'a cell of a megabyte',
      [HEADING, RIGHT, `gbana,5,${'x'.repeat(2 ** 20)}`].join('\n'),
      ['3 feedback-too-long'],
    ],
    [
      'a mark of a megabyte',
      [HEADING, RIGHT, `gbana,${'1'.repeat(2 ** 20)},`].join('\n'),
      ['3 not-a-number'],
    ],
    [
      'students of nowhere',
      [HEADING, RIGHT, 'guido,5,', ',5,'].join('\n'),
      ['3 unknown-student', '4 no-student'],
    ],
    ['a quotation mark that is not closed', [HEADING, RIGHT, 'gbana,"5,'].join('\n'), ['3 unreadable']],
    ['no heading', [RIGHT, 'gbana,5,'].join('\n'), ['null no-heading']],
    ['UTF-16 without its mark', Buffer.from(`${HEADING}\n${RIGHT}`, 'utf16le'), ['null no-text']],
    ['bytes that are no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]), ['null no-text']],
  ];
  it.each(HOSTILE)(
    'with %s are told row by row, and nothing is written, meant or not',
    async (_name, file, problems) => {
      const before = await traces();
      for (const dryRun of [true, false]) {
        const report = await send(file, dryRun);
        expect(report.written).toBe(false);
        expect(report.problems.map((one: any) => `${one.row} ${one.problem}`)).toEqual(problems);
        expect(JSON.stringify(report).length).toBeLessThan(5_000);
      }
      expect(await traces()).toEqual(before);
    },
  );

  it('with 100,000 rows are all looked at, and not all repeated', async () => {
    const before = await traces();
    const strangers = Array.from({ length: 100_000 }, (_, index) => `nobody${index},5,`);
    const report = await send([HEADING, ...strangers, RIGHT].join('\r\n'));
    expect(report).toMatchObject({ rows: 100_001, wrong: 100_000, changed: 1, written: false });
    expect(report.problems).toHaveLength(500);
    expect(report.problems.at(-1).row).toBe(501);
    expect(await traces()).toEqual(before);
  });

  it('are refused where a grade changed after the file was made (M4)', async () => {
    const { text } = await cms()
      .get(at('/csv'))
      .set('Authorization', await bearer());
    await grade(email, CODE, 'gbcy', 8);
    const report = await send(text.replace('Test gbcy,7,', 'Test gbcy,3,'));
    expect(report).toMatchObject({ wrong: 1, written: false });
    expect(report.problems[0]).toMatchObject({ problem: 'changed-meanwhile' });
    expect(await marks()).toMatchObject({ gbcy: 8 });
  });

  it.each(['a form without a file', 'two files'])('want one file: %s is refused', async (what) => {
    const request = cms()
      .post(at('/import'))
      .set('Authorization', await bearer());
    if (what === 'two files')
      request.attach('file', Buffer.from('a'), 'a.csv').attach('other', Buffer.from('b'), 'b.csv');
    else request.field('words', 'none');
    expect((await request).status).toBe(400);
  });
});
