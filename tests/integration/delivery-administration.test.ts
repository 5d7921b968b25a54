import { certificateOf } from './administration.ts';
import { mailsTo, sql, until } from './cms.ts';
import { admin, detail, found, mail, ofTest, withoutAudit } from './delivery-rows.ts';

const auditOf = (id: string) =>
  sql<{ action: string; actor: string }>(
    `select action, actor from delivery_audit_entries
     where delivery_key = (select key from deliveries where document_id = $1) order by id`,
    [id],
  );

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
  const ofCertificate = { kind: 'certificates/certificate', about: '' };
  beforeAll(async () => {
    ofCertificate.about = (await certificateOf('mistyped-address')).id;
  });

  it('is sent again when it has ended, once, under a Message-ID of its own, and the audit knows who', async () => {
    const to = ofTest('again');
    const id = await mail({ to, state: 'refused' });
    const before = await detail(id);
    expect(before.allowed).toEqual({ resend: true, cancel: false, readdress: false });
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
    const id = await mail({ to: from, state, ...ofCertificate });
    expect((await detail(id)).allowed.readdress).toBe(true);
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

  // Those of Strapi itself are of the kind `email`: the link for a new password of staff is one of them.
  it.each(['accounts/password-reset', 'accounts/confirm-address', 'email'])(
    'with a link that opens an account (%s) goes to nobody but its owner (P8)',
    async (kind) => {
      const id = await mail({ to: ofTest('owner'), state: 'refused', kind });
      expect((await detail(id)).allowed).toEqual({ resend: true, cancel: false, readdress: false });
      const answer = await admin('post', `/mails/${id}/readdress`, { to: ofTest('thief') });
      expect([answer.status, answer.body.error.details.reason]).toEqual([409, 'for-owner-only']);
      expect((await detail(id)).state).toBe('refused');
    },
  );

  it('is left as it is when the audit cannot be written', async () => {
    const refused = await mail({ to: ofTest('unaudited'), state: 'refused', ...ofCertificate });
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
