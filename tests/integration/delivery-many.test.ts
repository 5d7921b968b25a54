import { mailsTo, sql, until } from './cms.ts';
import { ada, admin, detail, found, mail, moduleKeyOf, ofTest } from './delivery-rows.ts';

describe('all mails of the list at once', () => {
  it('are cancelled and sent again: 10,000 within two seconds, and the audit has one entry with the count', async () => {
    const to = ofTest('thousands');
    await mail({ to, state: 'waiting', count: 10_000 });
    await mail({ to, state: 'sent' });
    const count = async () => (await admin('get', '/many', undefined, to)).body.data;
    const timed = async (act: string) => {
      const started = performance.now();
      const { status, body } = await admin('post', `/many/${act}`, undefined, to);
      expect([status, body.data]).toEqual([202, { count: 10_000 }]);
      return performance.now() - started;
    };
    // So that the worker does not begin to send ten thousand mails in the middle of the tests.
    await sql("update delivery_mail_servers set down_since = now(), probe_at = now() + interval '1 hour'");
    try {
      expect(await count()).toEqual({ resend: 0, cancel: 10_000 });
      expect(await timed('cancel')).toBeLessThan(2000);
      expect(await count()).toEqual({ resend: 10_000, cancel: 0 });
      expect(await timed('resend')).toBeLessThan(2000);
      const [rows] = await sql(
        `select count(distinct message_id)::int as ids, min(priority) as priority, count(*) filter (where next_attempt_at <= now())::int as due
         from deliveries where "to" like $1 and sent_at is null`,
        [`%${to}`],
      );
      expect(rows).toEqual({ ids: 10_000, priority: -10, due: 10_000 });
      expect(await timed('cancel')).toBeLessThan(2000);
    } finally {
      await sql('update delivery_mail_servers set down_since = null, probe_at = null');
    }
    const audit = await sql<{ action: string; details: { count: number } }>(
      "select action, details from delivery_audit_entries where action like '%-many' order by id desc limit 3",
    );
    expect(audit.map(({ action, details }) => [action, details.count])).toEqual([
      ['cancelled-many', 10_000],
      ['resent-many', 10_000],
      ['cancelled-many', 10_000],
    ]);
    expect(JSON.stringify(audit)).not.toContain(to);
    await sql('delete from deliveries where "to" like $1', [`%${to}`]);
  });

  it('arrive, in the end: those that were refused, given up or cancelled, and match', async () => {
    const to = ofTest('many');
    for (const state of ['refused', 'given-up', 'cancelled', 'sent'] as const)
      await mail({ to: `${state}.${to}`, state });
    expect((await admin('post', '/many/resend?state=refused', undefined, to)).body.data).toEqual({
      count: 1,
    });
    await until('the first has arrived', async () => (await mailsTo(`refused.${to}`)).length === 1);
    expect((await admin('post', '/many/resend', undefined, to)).body.data).toEqual({ count: 2 });
    await until('the rest has arrived', async () => (await mailsTo(`cancelled.${to}`)).length === 1);
    expect(await mailsTo(`sent.${to}`)).toEqual([]);
    await until('all say so', async () => (await found(to, 'state=sent')).length === 4);
    const answer = await admin('post', '/many/resend', undefined, to);
    expect([answer.status, answer.body.error.details.reason]).toEqual([409, 'nothing-to-do']);
  });

  it('of a teacher are those of their modules', async () => {
    const to = ofTest('own-many');
    const [own, foreign] = [await moduleKeyOf('HTM'), await moduleKeyOf('LNX')];
    const mine = await mail({ to, state: 'waiting', subjectKey: own });
    const others = await mail({ to, state: 'waiting', subjectKey: foreign });
    expect((await ada('get', '/many', undefined, to)).body.data).toEqual({ resend: 0, cancel: 1 });
    expect((await ada('post', '/many/cancel', undefined, to)).body.data).toEqual({ count: 1 });
    expect((await detail(mine)).state).toBe('cancelled');
    expect((await detail(others)).state).toBe('waiting');
  });
});
