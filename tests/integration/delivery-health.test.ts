import { mailsTo, sql, until } from './cms.ts';
import { ada, admin, mail, moduleKeyOf, ofTest, withoutAudit } from './delivery-rows.ts';

describe('the summary', () => {
  const summary = async (by = admin) => (await by('get', '/summary')).body.data;

  it('counts what waits, was sent, was refused and was given up', async () => {
    const before = await summary();
    const to = ofTest('counted');
    for (const state of ['waiting', 'sent', 'refused', 'given-up'] as const) await mail({ to, state });
    const after = await summary();
    for (const name of ['waiting', 'sent', 'refused', 'givenUp'])
      expect([name, after[name]]).toEqual([name, before[name] + 1]);
    expect(after.sentPerHour).toHaveLength(25);
    expect(after.sentPerHour.at(-1).count).toBeGreaterThan(0);
    expect(after.oldestWaitingSeconds).toBeGreaterThan(0);
  });

  it('of a teacher counts their own; the server’s state is everybody’s, without the addresses in it', async () => {
    const before = await summary(ada);
    await mail({ to: ofTest('foreign'), state: 'given-up', subjectKey: await moduleKeyOf('LNX') });
    await mail({ to: ofTest('own'), state: 'given-up', subjectKey: await moduleKeyOf('HTM') });
    await sql(
      `update delivery_mail_servers set down_since = now(), probe_at = now() + interval '1 hour',
       last_error = '451 <somebody@deliveries.example> is greylisted'`,
    );
    try {
      const after = await summary(ada);
      expect(after.givenUp).toBe(before.givenUp + 1);
      expect(after.work).toBeNull();
      expect(after.server).toMatchObject({ downSince: expect.any(String), answer: '451 <…> is greylisted' });
      expect((await summary()).server.answer).toContain('somebody@deliveries.example');
    } finally {
      await sql('update delivery_mail_servers set down_since = null, probe_at = null, last_error = null');
    }
    expect((await summary(ada)).server.downSince).toBeNull();
  });
});

describe('background work', () => {
  const work = async () => (await admin('get', '/background-work')).body.data;
  const letterIds = async () => (await work()).letters.map(({ id }: { id: string }) => id);

  /** What the queue leaves of the job of a mail that has failed too often. @returns the letter's id. */
  async function letterOf(mailId: string): Promise<string> {
    const [letter] = await sql<{ id: string }>(
      `insert into pgboss.job (name, data, singleton_key, source_name, source_id, source_retry_count, source_output)
       select 'dead-letters', jsonb_build_object('key', key), key, 'deliveries/send', gen_random_uuid(), 4,
         '{"message":"its process ended"}'
       from deliveries where document_id = $1 returning id`,
      [mailId],
    );
    return letter?.id as string;
  }

  it('is shown with what was given up, to who may send every mail again', async () => {
    const id = await letterOf(await mail({ to: ofTest('letter'), state: 'given-up' }));
    const { tasks, letters } = await work();
    const sending = tasks.find(({ task }: { task: string }) => task === 'deliveries/send');
    expect(sending).toMatchObject({ ready: expect.any(Number), oldestReadySeconds: expect.any(Number) });
    expect(sending.dead).toBeGreaterThan(0);
    expect(letters.find((one: { id: string }) => one.id === id)).toMatchObject({
      task: 'deliveries/send',
      reason: 'its process ended',
      tries: 5,
    });
    expect((await admin('get', '/summary')).body.data.work.dead).toBeGreaterThan(0);
    expect((await ada('get', '/background-work')).status).toBe(403);
    expect((await admin('post', `/background-work/${id}/discard`)).status).toBe(204);
    expect(await letterIds()).not.toContain(id);
    expect((await admin('post', `/background-work/${id}/discard`)).status).toBe(404);
  });

  it('of a mail that was given up is done again by sending the mail, and the audit knows', async () => {
    const to = ofTest('redriven');
    const id = await letterOf(await mail({ to, state: 'given-up' }));
    expect((await admin('post', `/background-work/${id}/retry`)).status).toBe(204);
    await until('it has arrived', async () => (await mailsTo(to)).length === 1);
    expect(await letterIds()).not.toContain(id);
    expect((await admin('post', `/background-work/${id}/retry`)).status).toBe(404);
    const audit = await sql(
      "select action from delivery_audit_entries where action = 'work-retried' and details->>'letter' = $1",
      [id],
    );
    expect(audit).toHaveLength(1);
  });

  it('goes by itself once its mail is sent again from the mail’s own page', async () => {
    const to = ofTest('letter-of-resent');
    const mailId = await mail({ to, state: 'given-up' });
    const id = await letterOf(mailId);
    const other = await letterOf(await mail({ to: ofTest('letter-that-stays'), state: 'given-up' }));
    expect((await admin('post', `/mails/${mailId}/resend`)).status).toBe(204);
    await until('the letter is gone', async () => !(await letterIds()).includes(id));
    expect(await letterIds()).toContain(other);
    await admin('post', `/background-work/${other}/discard`);
  });

  it('stays given up when the audit cannot be written', async () => {
    const id = await letterOf(await mail({ to: ofTest('unaudited-letter'), state: 'given-up' }));
    await withoutAudit(async () => {
      expect((await admin('post', `/background-work/${id}/retry`)).status).toBe(500);
      expect((await admin('post', `/background-work/${id}/discard`)).status).toBe(500);
    });
    expect(await letterIds()).toContain(id);
    await admin('post', `/background-work/${id}/discard`);
  });
});
