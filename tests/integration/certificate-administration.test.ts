import { ada, certificateOf, detailOf, OWN, previewOf, search, teacher } from './administration.ts';
import { cms, grade, mailsTo, sql, until } from './cms.ts';

describe('one certificate (C9)', () => {
  it('is revoked with a reason, once; everybody who checks it is told, and the audit knows who it was', async () => {
    const { id, bearer } = await certificateOf('revoked');
    expect((await ada('post', `/issued/${id}/revocation`, { reason: '' })).status).toBe(400);
    const answers = await Promise.all(
      ['first', 'second'].map((reason) => ada('post', `/issued/${id}/revocation`, { reason })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const detail = await detailOf(id);
    expect(detail).toMatchObject({ status: 'revoked', allowed: { revoke: false, resend: false } });
    const { body } = await cms().get(`/api/certificates/verify/${detail.verificationCode}`).expect(200);
    expect(body).toMatchObject({ status: 'revoked', revocationReason: detail.revocationReason });
    const audit = await sql(
      "select actor, reason from certificate_audit where action = 'revoked' and certificate_key = $1",
      [id],
    );
    expect(audit).toEqual([{ actor: 'Ada Moreno', reason: detail.revocationReason }]);

    const again = await cms()
      .post('/api/certificates/requests')
      .set('Authorization', bearer)
      .send({ kind: 'module', subject: OWN, language: 'en' })
      .expect(403);
    expect(again.body.error.details.reason).toBe('revoked');
    expect(await previewOf('Test revoked')).toMatchObject({
      state: 'refused',
      refusal: { reason: 'revoked' },
    });
  });

  it('is not revoked if the audit cannot be written', async () => {
    const { id } = await certificateOf('atomic');
    await sql(
      `alter table certificate_audit add constraint no_audit check (certificate_key <> '${id}') not valid`,
    );
    try {
      expect((await ada('post', `/issued/${id}/revocation`, { reason: 'Unheard of' })).status).toBe(500);
    } finally {
      await sql('alter table certificate_audit drop constraint no_audit');
    }
    expect((await detailOf(id)).status).toBe('valid');
  });

  it('is mailed again under a Message-ID of its own, and each attempt is seen', async () => {
    const { id, email } = await certificateOf('resent');
    const answers = await Promise.all([1, 2].map(() => ada('post', `/issued/${id}/deliveries`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    await until('the second mail has arrived', async () => (await mailsTo(email)).length === 2);
    const ids = (await mailsTo(email)).map(({ headers }) => headers['message-id']);
    expect(new Set(ids).size).toBe(2);
    await until('it says so', async () => (await detailOf(id)).mail.state === 'sent');
    const { timeline, mail } = await detailOf(id);
    expect(mail).toMatchObject({ attempts: 2, to: email });
    expect(timeline.map(({ what }: { what: string }) => what)).toEqual([
      'mail-sent',
      'resent',
      'mail-sent',
      'rendered',
      'issued',
    ]);
  });

  it('is corrected by a new one by the facts of today; the old one keeps what it said, and the reason (C7)', async () => {
    const { id } = await certificateOf('mended');
    await grade(teacher.email, OWN, 'mended', 9);
    const { body } = await ada('get', `/issued/${id}/correction`);
    expect(body.data).toMatchObject({ refusal: null, changes: [{ field: 'achievement', code: OWN }] });
    const answers = await Promise.all(
      [1, 2].map(() => ada('post', `/issued/${id}/corrections`, { reason: 'The mark was too low' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const next = answers.find(({ status }) => status === 201)?.body.data.id;
    const [old, current] = [await detailOf(id), await detailOf(next)];
    expect(old).toMatchObject({ status: 'superseded', achievements: [{ mark: 8 }] });
    expect(old.timeline[0]).toMatchObject({ what: 'superseded', reason: 'The mark was too low' });
    expect(current).toMatchObject({ status: 'valid', achievements: [{ mark: 9 }] });
    expect(current.timeline.at(-1)).toMatchObject({ what: 'corrects', actor: 'Ada Moreno' });
    expect(current.chain.map((one: { id: string }) => one.id)).toEqual([id, next]);
  });

  it('that was revoked comes back by a person only; it stays revoked itself', async () => {
    const { id } = await certificateOf('pardoned');
    await ada('post', `/issued/${id}/revocation`, { reason: 'A mistake' });
    const answer = await ada('post', `/issued/${id}/corrections`, { reason: 'It was in order' });
    expect(answer.status).toBe(201);
    expect(await detailOf(answer.body.data.id)).toMatchObject({ status: 'valid' });
    expect(await detailOf(id)).toMatchObject({ status: 'revoked' });
  });

  it('is not corrected into one that its student does not qualify for', async () => {
    const { id } = await certificateOf('fallen');
    await grade(teacher.email, OWN, 'fallen', 3);
    expect((await ada('get', `/issued/${id}/correction`)).body.data.refusal).toMatchObject({
      reason: 'not-passed',
    });
    expect((await ada('post', `/issued/${id}/corrections`, { reason: 'Try' })).status).toBe(403);
    expect((await detailOf(id)).status).toBe('valid');
  });
});

describe('the list of certificates (X1)', () => {
  it('is found by name, serial, module, kind, status and day', async () => {
    const { id } = await certificateOf('findable');
    const { serial } = await detailOf(id);
    const found = async (words: string, query = '') =>
      (await search(`?${query}`, words)).body.data.some((one: { id: string }) => one.id === id);
    const today = new Date().toISOString().slice(0, 10);
    expect(await found('FINDable')).toBe(true);
    expect(await found(serial.toLowerCase())).toBe(true);
    expect(await found('findable', `subject=${OWN}&kind=module&status=valid&from=${today}&to=${today}`)).toBe(
      true,
    );
    for (const query of ['subject=PRO', 'kind=grade', 'status=revoked', 'to=2020-01-01'])
      expect([query, await found('findable', query)]).toEqual([query, false]);
    expect((await ada('get', '/issued?status=lost')).status).toBe(400);
    expect((await ada('get', '/issued?pageSize=100000')).status).toBe(400);
  });

  it('is exported without formulas, and the audit knows (P5)', async () => {
    await certificateOf('exported');
    await sql(
      "update certificates set recipient_name = '=HYPERLINK(1)' where recipient_name = 'Test exported'",
    );
    const answer = await search('/export', 'HYPERLINK');
    expect(answer.headers['content-type']).toMatch(/^text\/csv/);
    expect(answer.text.split('\r\n')[1]).toContain(`"'=HYPERLINK(1)"`);
    const [last] = await sql<{ details: { count: number } }>(
      "select details from certificate_audit where action = 'exported' order by id desc limit 1",
    );
    expect(last?.details).toMatchObject({ count: 1 });
  });
});
