import { Client } from 'pg';
import { ada, detailOf, finished, OWN, passed, previewOf, runOf, startRun } from './administration.ts';
import { cms, mailsTo, newStudent, sql, until } from './cms.ts';
import { workerPids } from './worker.ts';

/** Keeps the worker from writing certificates until `release`. */
async function holdCertificates(): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query('begin; lock table certificates in share mode');
  return {
    async release() {
      await client.query('commit');
      await client.end();
    },
  };
}
/** Until the worker waits for the table above. */
const isHeld = () =>
  until('the worker waits', async () => {
    const waiting = await sql(
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    return waiting.length > 0;
  });

describe('issuing to many (C9)', () => {
  it('shows first who would get one, who would not, and why', async () => {
    await passed('ready-one');
    await passed('low-one', 2);
    const unmarked = await newStudent('unmarked-one');
    await cms()
      .post('/api/me/enrollments')
      .set('Authorization', unmarked.bearer)
      .send({ modules: [OWN] });
    expect(await previewOf('Test ready-one')).toMatchObject({ state: 'ready', refusal: null });
    expect(await previewOf('Test low-one')).toMatchObject({
      state: 'refused',
      refusal: {
        reason: 'not-passed',
        rule: { key: 'pass-mark-reached' },
        details: { mark: 2, passMark: 5 },
      },
    });
    expect(await previewOf('Test unmarked-one')).toMatchObject({
      state: 'refused',
      refusal: { reason: 'marks-missing', details: { modules: [OWN] } },
    });
  });

  it('issues to those who qualify, says who did not, and mails each once, however often it is run (C10)', async () => {
    const { email } = await passed('bulk-yes');
    await passed('bulk-no', 2);
    const first = await startRun(['Test bulk-yes', 'Test bulk-no']);
    await finished(first);
    expect(await runOf(first)).toMatchObject({
      total: 2,
      issued: 1,
      refused: 1,
      failed: 0,
      problems: [{ name: 'Test bulk-no', outcome: 'refused', reason: 'not-passed' }],
    });
    const second = await startRun(['Test bulk-yes']);
    await finished(second);
    expect(await runOf(second)).toMatchObject({ total: 1, issued: 0, unchanged: 1 });
    await until('the mail has arrived', async () => (await mailsTo(email)).length > 0);
    expect(await mailsTo(email)).toHaveLength(1);
    const { certificateId } = await previewOf('Test bulk-yes');
    expect((await detailOf(certificateId)).timeline.at(-1)).toMatchObject({
      what: 'issued',
      actor: 'Ada Moreno',
    });
  });

  it('can be cancelled in the middle and gone on with later', async () => {
    for (const name of ['stop-1', 'stop-2', 'stop-3']) await passed(name);
    const hold = await holdCertificates();
    const id = await startRun(['Test stop-1', 'Test stop-2', 'Test stop-3']);
    await isHeld();
    expect((await ada('post', `/runs/${id}/cancel`)).body.data).toMatchObject({ state: 'cancelled' });
    await hold.release();
    await until('the certificate it was at is there', async () => (await runOf(id)).issued === 1);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await runOf(id)).toMatchObject({ state: 'cancelled', issued: 1, total: 3 });
    expect((await ada('post', `/runs/${id}/cancel`)).status).toBe(409);
    expect((await ada('post', `/runs/${id}/resume`)).body.data).toMatchObject({ state: 'running' });
    await finished(id);
    expect(await runOf(id)).toMatchObject({ issued: 3, failed: 0 });
    expect((await ada('post', `/runs/${id}/resume`)).body.error.details.reason).toBe('nothing-to-do');
  });

  it('goes on by itself after its worker was killed: one certificate each (P1)', async () => {
    for (const name of ['killed-1', 'killed-2']) await passed(name);
    const hold = await holdCertificates();
    const id = await startRun(['Test killed-1', 'Test killed-2']);
    await isHeld();
    const [before] = workerPids();
    process.kill(before as number, 'SIGKILL');
    await hold.release();
    await finished(id, 120);
    const rows = await sql(
      "select recipient_name, count(*)::int as n from certificates where recipient_name like 'Test killed-%' group by 1 order by 1",
    );
    expect(rows).toEqual([
      { recipient_name: 'Test killed-1', n: 1 },
      { recipient_name: 'Test killed-2', n: 1 },
    ]);
  }, 180_000);

  it('takes nobody who is not in the module', async () => {
    const run = { kind: 'module', subject: OWN, recipientKeys: ['somebody-else'] };
    const answer = await ada('post', '/runs', run);
    expect([answer.status, answer.body.error.details.reason]).toEqual([409, 'nothing-to-do']);
  });
});
