import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { people, sql } from './cms.ts';

type Person = Record<string, string | undefined>;
const ROOT = path.join(__dirname, '..', '..');
const COPY = `staging_${process.pid}`;
const production = new URL(process.env.TEST_DATABASE_URL as string);
const copyUrl = Object.assign(new URL(production), { pathname: `/${COPY}` }).href;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-staging-'));

/** The home of a centre, as far as this needs one. */
function home(name: string, settings: Record<string, string>): string {
  const shared = path.join(folder, name, 'shared');
  mkdirSync(shared, { recursive: true });
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(path.join(shared, '.env'), lines.join(''));
  return path.join(folder, name);
}
const from = home('production', {
  DATABASE_URL: production.href,
  PUBLIC_DIR: process.env.PUBLIC_DIR as string,
});
const place = { DATABASE_URL: copyUrl, PUBLIC_DIR: path.join(folder, 'media') };
const to = home('staging', { ...place, MAIL_ONLY_TO: '@lumino.example' });

function verb(name: string, args: string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('node', [`scripts/${name}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, out: stdout, err: stderr };
}
const refresh = (target: string, ...more: string[]) =>
  verb('staging-refresh', ['--from', from, '--to', target, '--replace', COPY, ...more]);

/** Every word in every table of the copy. */
async function allText(): Promise<string> {
  const client = new Client({ connectionString: copyUrl });
  await client.connect();
  const { rows: tables } = await client.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  let text = '';
  for (const { name } of tables) {
    const { rows } = await client.query(`select row_to_json(one)::text as row from ${name} as one`);
    text += `${name}\n${rows.map(({ row }) => row).join('\n')}\n`;
  }
  await client.end();
  return text;
}

beforeAll(async () => {
  await sql(`create database ${COPY}`);
  const { status, err } = verb('migrate', [], { DATABASE_URL: copyUrl, MONITORING_PORT: '' });
  if (status !== 0) throw new Error(err);
});
afterAll(async () => {
  await sql(`drop database if exists ${COPY} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

describe('a copy for tests (P12)', () => {
  it('is not made where mail would go to everybody, or where nobody has said what is replaced', () => {
    const open = refresh(home('open', place));
    expect([open.status, open.err]).toEqual([1, expect.stringContaining('MAIL_ONLY_TO')]);
    const unnamed = verb('staging-refresh', ['--from', from, '--to', to]);
    expect([unnamed.status, unnamed.err]).toEqual([1, expect.stringContaining(`--replace ${COPY}`)]);
    const same = verb('staging-refresh', ['--from', from, '--to', from, '--replace', 'lumino']);
    expect(same.status).toBe(1);
  });

  it('has all that is taught, who is in what, and nobody’s name, address, picture or word', async () => {
    // Somebody who is in nothing else of this database, with words in each place where there are some.
    const student = (await sql<{ id: number }>("select id from up_users where username = 'guido'"))[0];
    await sql(
      "update student_profiles set bio = 'Likes to sail' where id = (select min(id) from student_profiles)",
    );
    await sql("update grades set feedback = 'Well done, Guido' where id = (select min(id) from grades)");
    await sql(
      "update grade_changes set feedback_from = '', feedback_to = 'Well done, Guido' where id = (select min(id) from grade_changes)",
    );
    const { status, out, err } = refresh(to);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/sign in as student-/);

    const text = await allText();
    const client = new Client({ connectionString: copyUrl });
    await client.connect();
    for (const table of ['modules', 'lessons', 'lesson_texts', 'enrollments', 'grades']) {
      const count = `select count(*)::int as n from ${table}`;
      expect((await client.query(count)).rows).toEqual(await sql(count));
    }
    await client.end();
    expect(text).toContain(`student-${student?.id}@staging.invalid`);

    // What an author has written is taught as it is, names and all.
    const taught = JSON.stringify([
      ...(await sql('select body as words from lesson_texts')),
      ...(await sql('select code as words from lesson_codes')),
    ]);
    const names = [
      ...people.students.map((one: Person) => `${one.firstName} ${one.lastName}`),
      ...people.teachers.map((one: Person) => `${one.firstname} ${one.lastname}`),
      ...Object.values<Person>(people.showcase).flatMap(({ name }) => name ?? []),
    ].filter((name) => !taught.includes(name));
    const words = [
      ...people.students.map((one: Person) => one.bio),
      ...people.teachers.flatMap((one: Person) => [one.email, one.slug, one.bio, one.bioEs]),
      ...Object.values<Person>(people.showcase).flatMap(({ email }) => email ?? []),
      ...['@students.example', 'Likes to sail', 'Well done, Guido'],
    ];
    expect(names.length).toBeGreaterThan(20);
    expect(
      [...names, ...words].filter((one) => one && text.includes(JSON.stringify(one).slice(1, -1))),
    ).toEqual([]);
    expect(people.students.filter(({ username }: Person) => text.includes(`"${username}"`))).toEqual([]);
    // Nothing that would reach out of the copy.
    for (const table of [
      'certificates',
      'deliveries',
      'site_sessions',
      'strapi_webhooks',
      'strapi_api_tokens',
    ])
      expect(text).toMatch(new RegExp(`^public\\.${table}\\n\\n`, 'm'));
    expect(readdirSync(path.join(folder, 'media', 'uploads')).length).toBeGreaterThan(0);
  });

  it('is refused while there is something of which nobody has said what it holds', async () => {
    await sql('create table ops_diary (id int primary key, words text)');
    try {
      const { status, err } = refresh(to);
      expect(status).toBe(1);
      expect(err).toContain('the table ops_diary');
    } finally {
      await sql('drop table ops_diary');
    }
  });
});
