import { unzipSync, zipSync } from 'fflate';
import { editor, teacher } from './administration.ts';
import { adminToken, cms, sql } from './cms.ts';

const priya = 'priya.nair@lumino.example';
const keyOf = async (code: string): Promise<string> =>
  (await sql<{ key: string }>('select document_id as key from modules where code = $1 limit 1', [code]))[0]
    ?.key as string;

async function exported(code: string, by = editor.email): Promise<{ status: number; zip: Buffer }> {
  const { status, body } = await cms()
    .get(`/authoring/modules/${await keyOf(code)}/export`)
    .set('Authorization', await adminToken(by))
    .responseType('blob');
  return { status, zip: body };
}
/** A code of this run: what is imported twice is another test. */
const coded = (name: string): string => `${name}-${process.pid}`.slice(0, 12);

/** @returns what the import told, line by line; its refusal where it did not begin. */
async function imported(zip: Buffer, fields: Record<string, string> = {}, by = editor.email) {
  let request = cms()
    .post('/authoring/import')
    .set('Authorization', await adminToken(by))
    .attach('file', zip, { filename: 'course.zip', contentType: 'application/zip' });
  for (const [name, value] of Object.entries(fields)) request = request.field(name, value);
  const answer = await request.responseType('blob');
  const said = (answer.body as Buffer).toString();
  if (answer.status !== 200) return { status: answer.status, reason: JSON.parse(said).error.details?.reason };
  const lines = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { status: 200, lines, last: lines.at(-1) };
}
const zipOf = async (files: Record<string, string | Buffer>): Promise<Buffer> =>
  Buffer.from(
    zipSync(
      Object.fromEntries(Object.entries(files).map(([name, of]) => [name, new Uint8Array(Buffer.from(of))])),
    ),
  );
const filesOf = (zip: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(zip))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('base64'),
    ]),
  );
const textsOf = (zip: Buffer): string[] =>
  Object.entries(unzipSync(new Uint8Array(zip))).map(
    ([name, bytes]) => `${name}\n${Buffer.from(bytes).toString()}`,
  );

describe('a module as a zip (X6)', () => {
  it.each(['TST', 'MLI', 'ALG'])(
    'of the demo goes out and in again as the same module, in both languages: %s',
    async (code) => {
      const { status, zip } = await exported(code);
      expect(status).toBe(200);
      const copy = coded(code);
      const { last, lines } = await imported(zip, { code: copy });
      expect(last.report).toMatchObject({
        code: copy,
        updated: 0,
        unchanged: 0,
        notInFolder: [],
        problems: [],
      });
      const count = async (of: string) =>
        (
          await sql<{ lessons: string }>(
            'select count(*) as lessons from lessons where module_key = $1 and published_at is null',
            [await keyOf(of)],
          )
        )[0]?.lessons;
      expect(await count(copy)).toBe(await count(code));
      expect(String(last.report.created)).toBe(await count(code));
      expect(lines?.filter((line) => line.progress).length).toBeGreaterThanOrEqual(last.report.created);

      // What comes out of the copy is to the letter what came out of the module, apart from its code.
      const again = filesOf((await exported(copy)).zip);
      const first = filesOf(zip);
      const module = (files: Record<string, string>) =>
        JSON.parse(Buffer.from(files['module.json'] ?? '', 'base64').toString());
      expect(module(again)).toEqual({ ...module(first), code: copy });
      expect({ ...again, 'module.json': '' }).toEqual({ ...first, 'module.json': '' });
      const published = 'select 1 from lessons where module_key = $1 and published_at is not null';
      expect(await sql(published, [await keyOf(copy)])).toEqual([]);
    },
  );

  it('changes nothing when it goes in again, and puts back what was changed meanwhile', async () => {
    const { zip } = await exported('TST');
    const { last: first } = await imported(zip, { code: coded('AGAIN') });
    const { last: second } = await imported(zip, { code: coded('AGAIN') });
    expect(second.report).toMatchObject({ created: 0, updated: 0, unchanged: first.report.created });
    const moduleKey = await keyOf(coded('AGAIN'));
    await sql(
      `update lessons set title = 'Spoilt' where id = (select min(id) from lessons where module_key = $1 and locale = 'en')`,
      [moduleKey],
    );
    const { last: third } = await imported(zip, { code: coded('AGAIN') });
    expect(third.report).toMatchObject({ created: 0, updated: 1, unchanged: first.report.created - 1 });
    expect(filesOf((await exported(coded('AGAIN'))).zip)['en/01-a-test-that-can-fail.md']).toEqual(
      filesOf(zip)['en/01-a-test-that-can-fail.md'],
    );
  });

  it('is published at once where that is asked for', async () => {
    await imported((await exported('TST')).zip, { code: coded('LIVE'), publish: 'true' });
    const { body } = await cms()
      .get(`/api/catalog/${coded('LIVE')}?locale=es`)
      .expect(200);
    expect(body.lessons.length).toBeGreaterThan(3);
  });

  it('that is a course in Markdown becomes a module, and the report says what was left out', async () => {
    const zip = await zipOf({
      'course/1-a.md': '# First\n\nSee [second](2-b.md) and [nothing](gone.md).\n\n![A dot](not-there.png)',
      'course/2-b.md': '# Second\n\n![Not a picture](fake.png)',
      'course/fake.png': '<script>alert(1)</script>',
      'course/run.sh': 'rm -rf /',
    });
    const { last } = await imported(zip, { code: coded('MD'), locale: 'es' });
    expect(last.report).toMatchObject({ created: 2 });
    expect(last.report.problems).toEqual([
      { kind: 'unknown-kind', path: 'course/run.sh', address: 'course/run.sh' },
      { kind: 'dead-link', path: '1-a.md', address: 'gone.md' },
      { kind: 'missing', path: '1-a.md', address: 'not-there.png' },
      { kind: 'not-a-picture', path: '2-b.md', address: 'fake.png' },
    ]);
    expect(textsOf((await exported(coded('MD'))).zip).join()).toContain('[second](02-b.md)');
  });
});

describe('a zip that is refused', () => {
  it.each([
    ['no zip', async () => Buffer.from('hello'), 'not-a-zip'],
    ['nothing of a course', async () => zipOf({ 'run.exe': 'x' }), 'empty'],
    ['a course without a code', async () => zipOf({ 'a.md': '# A' }), 'code-missing'],
    ['a module.json of another kind', async () => zipOf({ 'module.json': '{}', 'a.md': 'x' }), 'unreadable'],
    ['another encoding', async () => zipOf({ 'a.md': Buffer.from([0xff, 0xfe, 0x41, 0x00]) }), 'not-utf8'],
    ['a bomb', async () => zipOf({ 'a.md': Buffer.alloc(2_000_000) }), 'bomb'],
  ])('%s, with the reason and before anything is written', async (_, make, reason) => {
    expect(await imported(await make())).toEqual({ status: 400, reason });
  });

  it('for what stands in a lesson: nothing of it is written', async () => {
    const zip = await zipOf({
      'a.md': '# A',
      'b.md': '# B\n\n```quiz\n? Nobody knows\n- [ ] x\n- [ ] y\n```',
    });
    const { last } = await imported(zip, { code: coded('QUIZ') });
    expect(last.problem).toEqual({ reason: 'unanswerable', path: 'b.md', detail: 'Nobody knows' });
    expect(await keyOf(coded('QUIZ'))).toBeUndefined();
  });

  it('reads no file of this machine', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>';
    const zip = await zipOf({
      'a.md':
        '# A\n\n![x](../../../../etc/hostname)\n\n![y](/etc/passwd.png)\n\n![z](z.svg)\n\n[w](../../../etc/services.txt)\n\n![v](%E0%A4%A.png)',
      'z.svg': drawing,
    });
    const { last } = await imported(zip, { code: coded('OUT') });
    expect(last.report.problems.map(({ kind }: { kind: string }) => kind).sort()).toEqual(
      ['dead-link', 'failed', 'outside', 'outside', 'reaches-out'].sort(),
    );
  });
});

describe('who may (L3)', () => {
  it('a teacher takes their own module out and in, and nobody else’s', async () => {
    const { status, zip } = await exported('SEC', priya);
    expect(status).toBe(200);
    expect((await imported(zip, {}, priya)).status).toBe(200);
    expect((await exported('SEC', teacher.email)).status).toBe(403);
    expect((await imported(zip, {}, teacher.email)).status).toBe(403);
  });

  it('a teacher makes no module by importing one', async () => {
    const { zip } = await exported('SEC', priya);
    expect((await imported(zip, { code: coded('NEW') }, priya)).status).toBe(403);
    expect(await keyOf(coded('NEW'))).toBeUndefined();
  });
});
