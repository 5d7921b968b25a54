import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { as, finished, FOREIGN, type Method, previewOf, runOf } from './administration.ts';
import { graduate, mailsTo, sql, until } from './cms.ts';
import { newModule, newTeacher } from './teaching.ts';

// "Everybody" is meant here: with a teacher of its own, nobody else's students get a certificate.
const FIRST = 'OLD-1';
const SECOND = 'OLD-2';
let teacher: Awaited<ReturnType<typeof newTeacher>>;
const theirs = (method: Method, path: string, body?: object) => as(teacher.email, method, path, body);
const student = (username: string, code = FIRST, mark = 8) =>
  graduate(username, { code, mark, teacher: teacher.email });

function issueCertificates(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync('node', ['scripts/boot.mjs', 'issue-certificates', ...args], {
    cwd: path.join(__dirname, '..', '..'),
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL },
  });
  if (status !== 0) throw new Error(stderr + stdout);
  return stdout;
}

const certificates = async () => (await sql('select count(*)::int as n from certificates'))[0]?.n as number;

beforeAll(async () => {
  teacher = await newTeacher('old-teacher');
  await newModule(FIRST, 'A module with old marks', teacher);
  await newModule(SECOND, 'Another module with old marks', teacher);
});

describe('issuing over old data (C9)', () => {
  it('counts first, for each module the teacher may issue for, who is ready and why others are not', async () => {
    await student('old-ready');
    await student('old-low', FIRST, 2);
    await student('old-other', SECOND);
    const before = await certificates();
    expect((await theirs('get', '/backlog?kind=module')).body.data.subjects).toEqual([
      expect.objectContaining({
        subject: FIRST,
        ready: 1,
        issued: 0,
        refused: [expect.objectContaining({ reason: 'not-passed', count: 1 })],
      }),
      expect.objectContaining({ subject: SECOND, ready: 1, issued: 0, refused: [] }),
    ]);
    expect(await certificates()).toBe(before);
    expect((await theirs('get', `/backlog?kind=module&subject=${FOREIGN}`)).status).toBe(404);
    expect((await theirs('get', '/backlog?kind=grade')).status).toBe(404);
  });

  it('then issues to whoever is ready, once, in a run that its starter can follow', async () => {
    const before = await certificates();
    const body = { kind: 'module', subject: null, recipientKeys: 'everybody' };
    const { status, body: answer } = await theirs('post', '/runs', body);
    expect(status).toBe(202);
    await finished(answer.data.id, 180, theirs);
    expect(await runOf(answer.data.id, theirs)).toMatchObject({
      ...{ kind: 'module', subject: null },
      ...{ total: 2, issued: 2, refused: 0, failed: 0 },
    });
    expect(await previewOf('Test old-ready', FIRST, theirs)).toMatchObject({ state: 'issued' });
    expect(await previewOf('Test old-other', SECOND, theirs)).toMatchObject({ state: 'issued' });
    expect(await previewOf('Test old-low', FIRST, theirs)).toMatchObject({ state: 'refused' });
    expect(await certificates()).toBe(before + 2);
    expect((await theirs('post', '/runs', body)).body.error.details.reason).toBe('nothing-to-do');
    expect((await theirs('get', '/runs')).body.data[0]).toMatchObject({ id: answer.data.id });
  }, 240_000);

  it('does the same from the command line, where a dry run writes nothing, and mails once (C10)', async () => {
    const { email } = await student('old-command');
    const before = await certificates();
    const dry = issueCertificates('--kind', 'module', '--subject', FIRST, '--dry-run');
    expect(dry).toMatch(new RegExp(`^${FIRST}: 1 ready, 1 have one; not: 1 .*pass mark`, 'm'));
    expect(await certificates()).toBe(before);
    expect(await previewOf('Test old-command', FIRST, theirs)).toMatchObject({ state: 'ready' });
    const run = /run (\w+)/.exec(issueCertificates('--subject', FIRST))?.[1] as string;
    const [row] = await sql('select started_by from certificate_issue_runs where document_id = $1', [run]);
    expect(row).toEqual({ started_by: 'issue-certificates' });
    await finished(run, 60, theirs);
    expect(await previewOf('Test old-command', FIRST, theirs)).toMatchObject({ state: 'issued' });
    await until('the mail has arrived', async () => (await mailsTo(email)).length > 0);
    expect(await mailsTo(email)).toHaveLength(1);
  }, 240_000);
});
