import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ada, as, FOREIGN, finished, OWN, passed, previewOf, runOf, teacher } from './administration.ts';
import { sql } from './cms.ts';

const backlogOf = async (query: string) => (await ada('get', `/backlog?${query}`)).body.data.subjects;

const KEPT = 'API';
const offering = (certificates: string) =>
  sql('update modules set certificates = $1 where code = $2', [certificates, KEPT]);
afterAll(() => offering('on-request'));

function issueCertificates(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync('node', ['scripts/boot.mjs', 'issue-certificates', ...args], {
    cwd: path.join(__dirname, '..', '..'),
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL },
  });
  if (status !== 0) throw new Error(stderr + stdout);
  return stdout;
}

describe('issuing over old data', () => {
  it('counts first, for each module the teacher may issue for, who is ready and why others are not', async () => {
    await passed('old-ready');
    await passed('old-low', 2);
    const before = (await sql('select count(*)::int as n from certificates'))[0];
    const subjects = await backlogOf('kind=module');
    const own = subjects.find((one: { subject: string }) => one.subject === OWN);
    expect(own.ready).toBeGreaterThanOrEqual(1);
    expect(own.refused).toContainEqual(
      expect.objectContaining({ reason: 'not-passed', count: expect.any(Number) }),
    );
    expect(subjects.map((one: { subject: string }) => one.subject)).not.toContain(FOREIGN);
    expect((await sql('select count(*)::int as n from certificates'))[0]).toEqual(before);
    expect((await ada('get', `/backlog?kind=module&subject=${FOREIGN}`)).status).toBe(404);
    expect((await ada('get', '/backlog?kind=grade')).status).toBe(404);
  });

  it('then issues to whoever is ready, once, in a run that its starter can follow', async () => {
    // One module hands out none meanwhile: the browser tests want somebody there who has none yet.
    await offering('off');
    const body = { kind: 'module', subject: null, recipientKeys: 'everybody' };
    const { status, body: answer } = await ada('post', '/runs', body);
    expect(status).toBe(202);
    await finished(answer.data.id, 180);
    const run = await runOf(answer.data.id);
    expect(run).toMatchObject({ kind: 'module', subject: null, refused: 0, failed: 0, issued: run.total });
    expect(await previewOf('Test old-ready')).toMatchObject({ state: 'issued' });
    expect(await previewOf('Test old-low')).toMatchObject({ state: 'refused' });
    expect((await ada('post', '/runs', body)).body.error.details.reason).toBe('nothing-to-do');
    expect((await as(teacher.email, 'get', '/runs')).body.data[0]).toMatchObject({ id: answer.data.id });
  }, 240_000);

  it('does the same from the command line, where a dry run writes nothing', async () => {
    await passed('old-command');
    const dry = issueCertificates('--kind', 'module', '--subject', OWN, '--dry-run');
    expect(dry).toMatch(new RegExp(`^${OWN}: 1 ready, \\d+ have one; not: .*pass mark`, 'm'));
    expect(await previewOf('Test old-command')).toMatchObject({ state: 'ready' });
    const run = /run (\w+)/.exec(issueCertificates('--subject', OWN))?.[1] as string;
    const [row] = await sql('select started_by from certificate_issue_runs where document_id = $1', [run]);
    expect(row).toEqual({ started_by: 'issue-certificates' });
    await finished(run);
    expect(await previewOf('Test old-command')).toMatchObject({ state: 'issued' });
  }, 240_000);
});
