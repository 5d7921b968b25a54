import { mailsTo, sql, until } from './cms.ts';
import { ada, admin, administrator, as, mail, moduleKeyOf } from './delivery-rows.ts';

/** Nobody else's mails are found by it. */
const ofTest = (name: string): string => `${name}.${Date.now()}@deliveries.example`;
const detail = async (id: string) => (await admin('get', `/mails/${id}`)).body.data;
const found = async (words: string, query = '', by = admin) =>
  (await by('get', `/mails?${query}`, undefined, words)).body.data as { id: string; state: string }[];
const auditOf = (id: string) =>
  sql<{ action: string; actor: string }>(
    `select action, actor from delivery_audit_entries
     where delivery_key = (select key from deliveries where document_id = $1) order by id`,
    [id],
  );

/** Runs while nothing can be written into the audit. */
async function withoutAudit(work: () => Promise<void>): Promise<void> {
  await sql('alter table delivery_audit_entries add constraint no_audit check (false) not valid');
  try {
    await work();
  } finally {
    await sql('alter table delivery_audit_entries drop constraint no_audit');
  }
}

describe('the list of mails', () => {
  it('is found by address, subject, state, kind and day, the newest first, in the reader’s language', async () => {
    const to = ofTest('findable');
    const id = await mail({ to, state: 'refused', subject: `Hello ${to}` });
    const today = new Date().toISOString().slice(0, 10);
    expect(await found(to.toUpperCase())).toMatchObject([
      { id, state: 'refused', lastAnswer: '550 no such user', attempts: 1, kindName: 'Message' },
    ]);
    expect(await found(`hello ${to}`, 'locale=es')).toMatchObject([{ kindName: 'Mensaje' }]);
    expect(await found(to, `state=refused&kind=email&from=${today}&to=${today}`)).toHaveLength(1);
    for (const query of ['state=sent', 'kind=certificates/certificate', 'to=2020-01-01', 'from=2999-01-01'])
      expect([query, await found(to, query)]).toEqual([query, []]);
    for (const query of ['state=lost', 'pageSize=20', 'sort=to:asc', 'from=today'])
      expect([query, (await admin('get', `/mails?${query}`)).status]).toEqual([query, 400]);
  });

  it('has pages, and goes both ways', async () => {
    const to = ofTest('pages');
    await mail({ to, state: 'cancelled', count: 30 });
    const page = async (query: string) => (await admin('get', `/mails?${query}`, undefined, to)).body;
    const [first, second] = [await page('page=1'), await page('page=2')];
    expect(first.pagination).toEqual({ page: 1, pageSize: 25, pageCount: 2, total: 30 });
    const ids = [...first.data, ...second.data].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(30);
    const turned = await page('sort=queuedAt:asc&pageSize=50');
    expect(turned.data.map(({ id }: { id: string }) => id)).toEqual(ids.reverse());
  });
});

describe('one mail', () => {
  it('is sent again when it has ended, once, under a Message-ID of its own, and the audit knows who', async () => {
    const to = ofTest('again');
    const id = await mail({ to, state: 'refused' });
    const before = await detail(id);
    expect(before.allowed).toEqual({ resend: true, cancel: false, readdress: true });
    const answers = await Promise.all([1, 2].map(() => admin('post', `/mails/${id}/resend`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    await until('it has arrived', async () => (await mailsTo(to)).length === 1);
    await until('it says so', async () => (await detail(id)).state === 'sent');
    const after = await detail(id);
    expect(after.messageId).not.toBe(before.messageId);
    expect(after.tries).toMatchObject([{ outcome: 'sent', wasGoingOut: true, number: 1 }]);
    expect(after.tries[0].milliseconds).toBeGreaterThanOrEqual(0);
    expect(after.lastAnswer).toMatch(/^250/);
    expect(after.audit).toMatchObject([{ action: 'resent', actor: expect.any(String) }]);
    expect(after.audit[0].actor).not.toContain('@');
  });

  it('that somebody else wrote cannot be sent again once it was sent: its text is not kept', async () => {
    const id = await mail({ to: ofTest('gone'), state: 'sent' });
    expect(await detail(id)).toMatchObject({
      contentGone: true,
      allowed: { resend: false, readdress: false },
    });
    const answer = await admin('post', `/mails/${id}/resend`);
    expect([answer.status, answer.body.error.details.reason]).toEqual([409, 'content-gone']);
  });

  it('is not begun anew while a try at it runs: its outcome would be taken for the new one’s', async () => {
    const id = await mail({ to: ofTest('running'), state: 'cancelled' });
    await sql(
      `insert into delivery_attempts (document_id, delivery_key, message_id, number, started_at)
       select document_id, key, message_id, 1, now() from deliveries where document_id = $1`,
      [id],
    );
    const answer = await admin('post', `/mails/${id}/resend`);
    expect([answer.status, answer.body.error.details.reason]).toEqual([409, 'being-tried']);
  });

  it('is cancelled as long as it waits, and sent by no one then', async () => {
    const to = ofTest('cancelled');
    const id = await mail({ to, state: 'retrying' });
    expect((await detail(id)).allowed).toMatchObject({ resend: false, cancel: true });
    expect((await admin('post', `/mails/${id}/cancel`)).status).toBe(204);
    const answer = await admin('post', `/mails/${id}/cancel`);
    expect([answer.status, answer.body.error.details.reason]).toEqual([409, 'already-ended']);
    expect(await detail(id)).toMatchObject({ state: 'cancelled', nextAttemptAt: null });
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['cancelled']);
  });

  it.each(['refused', 'retrying'] as const)('that is %s goes to another address', async (state) => {
    const [from, to] = [ofTest(`typo-${state}`), ofTest(`right-${state}`)];
    const id = await mail({ to: from, state });
    const wrong = await admin('post', `/mails/${id}/readdress`, { to: 'nobody' });
    expect([wrong.status, wrong.body.error.details]).toEqual([400, { field: 'to' }]);
    expect((await admin('post', `/mails/${id}/readdress`, { to: `a@b.example\r\nBcc: ${to}` })).status).toBe(
      400,
    );
    expect((await admin('post', `/mails/${id}/readdress`, { to: ` ${to} ` })).status).toBe(204);
    await until('it has arrived', async () => (await mailsTo(to)).length === 1);
    expect(await mailsTo(from)).toEqual([]);
    const [entry] = await sql<{ action: string; details: unknown }>(
      `select action, details from delivery_audit_entries
       where delivery_key = (select key from deliveries where document_id = $1)`,
      [id],
    );
    // An address in it would stay when its owner leaves.
    expect(entry).toEqual({ action: 'readdressed', details: null });
  });

  it('is left as it is when the audit cannot be written', async () => {
    const refused = await mail({ to: ofTest('unaudited'), state: 'refused' });
    const waiting = await mail({ to: ofTest('unaudited'), state: 'waiting' });
    const to = ofTest('elsewhere');
    await withoutAudit(async () => {
      expect((await admin('post', `/mails/${refused}/resend`)).status).toBe(500);
      expect((await admin('post', `/mails/${refused}/readdress`, { to })).status).toBe(500);
      expect((await admin('post', `/mails/${waiting}/cancel`)).status).toBe(500);
      expect((await admin('post', '/many/cancel', undefined, 'unaudited')).status).toBe(500);
    });
    expect((await detail(refused)).state).toBe('refused');
    expect((await detail(waiting)).state).toBe('waiting');
    expect(await found(to)).toEqual([]);
  });

  it('leads to the certificate it carries', async () => {
    const [row] = await sql<{ id: string; about: string }>(
      "select document_id as id, about from deliveries where kind = 'certificates/certificate' limit 1",
    );
    expect((await detail(row?.id as string)).certificateId).toBe(row?.about);
    expect((await detail(await mail({ to: ofTest('plain') }))).certificateId).toBeNull();
  });
});

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
  it('is shown to who may send every mail again, where the jobs plugin can tell', async () => {
    const { work } = (await admin('get', '/summary')).body.data;
    const { status, body } = await as(administrator.email, 'get', '/work');
    expect(status).toBe(work === null ? 404 : 200);
    if (work) expect(body.data.tasks.map(({ task }: { task: string }) => task)).toContain('deliveries/send');
    expect((await ada('get', '/work')).status).toBe(403);
  });
});
