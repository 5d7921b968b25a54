import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { people, sql } from './cms.ts';

const ROOT = path.join(__dirname, '..', '..');

/** Runs a verb against the test's database. */
function verb(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/boot.mjs', name, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL },
  });
  return { status, out: stdout.trim(), err: stderr };
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-course-'));
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(() => {
  mkdirSync(path.join(folder, '1-start'));
  writeFileSync(
    path.join(folder, '0-README.md'),
    '# A small course\n\nBegin with [the first step](1-start/2-walk.md#how).\n',
  );
  writeFileSync(path.join(folder, '1-start', '10-run.md'), '---\ntitle: Running\nminutes: 7\n---\n\nFast.\n');
  writeFileSync(
    path.join(folder, '1-start', '2-walk.md'),
    '# Walking\n\n![A dot](dot.png "A dot")\n\n> **Note**:\n> Slowly.\n\n## How\n\nOn two feet.\n',
  );
  writeFileSync(path.join(folder, '1-start', 'dot.png'), PIXEL);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('stats', () => {
  it('prints one line per module: the mean of the marks that are set (X2)', async () => {
    const { status, out } = verb('stats');
    expect(status).toBe(0);
    const lines = out.split('\n');
    for (const line of lines) expect(line).toMatch(/^[A-Z0-9-]{2,12}: \d+\.\d{2}$/);
    const [row] = await sql<{ mean: string }>(
      "select round(avg(g.mark), 2)::text as mean from grades g join enrollments e on e.document_id = g.enrollment_key where e.module_key = (select document_id from modules where code = 'PRO' limit 1)",
    );
    expect(lines).toContain(`PRO: ${row?.mean}`);
    expect(lines).toContain('BIZ: 0.00');
  }, 60_000);
});

describe('import (X6)', () => {
  // Not of the teacher whose list of modules another test knows.
  const args = () => [folder, '--code', 'TINY', '--teacher', 'priya.nair@lumino.example'];

  it('makes a module with its lessons in order, links and pictures; a second run changes nothing', async () => {
    expect(verb('import', ...args()).out).toContain('3 lessons new, 0 updated, 0 unchanged');
    const lessons = await sql<{ id: number; slug: string; title: string; minutes: number }>(
      "select l.id, l.slug, l.title, l.minutes from lessons l where l.published_at is not null and l.module_key = (select document_id from modules where code = 'TINY' limit 1) order by l.position",
    );
    expect(lessons.map(({ slug, title }) => [slug, title])).toEqual([
      ['introduction', 'A small course'],
      ['walk', 'Walking'],
      ['run', 'Running'],
    ]);
    expect(lessons[2]?.minutes).toBe(7);
    const texts = await sql<{ body: string }>(
      "select t.body from lesson_texts t where t.body like 'Begin with [the first step]%'",
    );
    expect(texts[0]?.body).toBe('Begin with [the first step](walk#how).');
    const pictures = await sql("select from lesson_images where alternative = 'A dot' and caption = 'A dot'");
    expect(pictures.length).toBeGreaterThan(0);
    const before = await sql(
      "select id, updated_at from lessons where slug in ('introduction', 'walk', 'run') order by id",
    );
    expect(verb('import', ...args()).out).toContain('0 lessons new, 0 updated, 3 unchanged');
    expect(
      await sql(
        "select id, updated_at from lessons where slug in ('introduction', 'walk', 'run') order by id",
      ),
    ).toEqual(before);
  }, 120_000);

  it.each([
    [
      'an empty folder',
      [
        mkdtempSync(path.join(os.tmpdir(), 'lumino-empty-')),
        '--code',
        'EMPTY',
        '--teacher',
        people.showcase.teacher.email,
      ],
      'There is no Markdown file',
    ],
    [
      'a code that is none',
      [folder, '--code', 'no code', '--teacher', people.showcase.teacher.email],
      'is no module code',
    ],
    [
      'an unknown teacher',
      [folder, '--code', 'TINY2', '--teacher', 'nobody@lumino.example'],
      'There is no teacher',
    ],
    [
      'a folder that is not there',
      ['/no/such/folder', '--code', 'TINY2', '--teacher', people.showcase.teacher.email],
      'There is no folder',
    ],
  ])(
    '%s: says what is wrong and writes nothing',
    async (_name, wrong, message) => {
      const { status, err } = verb('import', ...(wrong as string[]));
      expect(status).toBe(1);
      expect(err).toContain(message);
      expect(await sql("select from modules where code in ('EMPTY', 'TINY2', 'no code')")).toEqual([]);
    },
    60_000,
  );
});

describe('load-data', () => {
  it('refuses a database that is not its own unless it is named (X4)', () => {
    const { status, err } = verb('load-data');
    expect(status).toBe(1);
    expect(err).toContain('npm run load-data -- --database lumino');
    expect(verb('load-data', '--database', 'other').err).toContain('You named the database "other"');
  }, 60_000);
});

describe('show-users', () => {
  it('lists teachers and students', () => {
    const { out } = verb('show-users');
    expect(out).toContain(people.showcase.teacher.email);
    expect(out).toContain('guido');
  }, 60_000);
});
