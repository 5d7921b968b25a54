import { Client } from 'pg';
import { adminToken, cms, grade, mailsTo, newStudent, people, sql, until } from './cms.ts';
import { workerPids } from './worker.ts';

const { teacher, editor, administrator } = people.showcase;
/** Ada teaches HTM and not LNX. */
const OWN = 'HTM';
const FOREIGN = 'LNX';

type Method = 'get' | 'post';
const as = async (email: string, method: Method, path: string, body?: object) => {
  const token = await adminToken(email);
  const request = cms()[method](`/certificates${path}`).set('Authorization', token);
  return body ? request.send(body) : request;
};
/** What Ada finds with these filters and these words. */
const search = async (path: string, words: string) =>
  cms()
    .get(`/certificates/issued${path}`)
    .set('Authorization', await adminToken(teacher.email))
    .set('X-Search', encodeURIComponent(words));
const ada = (method: Method, path: string, body?: object) => as(teacher.email, method, path, body);

/** A student of Ada's with a mark. */
async function passed(username: string, mark = 8, code = OWN): Promise<{ bearer: string; email: string }> {
  const student = await newStudent(username);
  await cms()
    .post('/api/me/enrollments')
    .set('Authorization', student.bearer)
    .send({ modules: [code] })
    .expect(200);
  if (code === OWN) await grade(teacher.email, code, username, mark);
  return student;
}

const previewOf = async (name: string) =>
  (await ada('get', `/preview?kind=module&subject=${OWN}`)).body.data.rows.find(
    (row: { name: string }) => row.name === name,
  );
const startRun = async (names: string[]) => {
  const rows = await Promise.all(names.map(previewOf));
  const recipientKeys = rows.map((row) => row.recipientKey);
  const answer = await ada('post', '/runs', { kind: 'module', subject: OWN, recipientKeys });
  expect(answer.status).toBe(202);
  return answer.body.data.id as string;
};
const runOf = async (id: string) => (await ada('get', `/runs/${id}`)).body.data;
const finished = (id: string, seconds = 60) =>
  until('the run is finished', async () => (await runOf(id)).state === 'finished', seconds);
const detailOf = async (id: string) => (await ada('get', `/issued/${id}`)).body.data;

/** A certificate of a student of Ada's, delivered. */
async function certificateOf(username: string): Promise<{ id: string; email: string; bearer: string }> {
  const student = await passed(username);
  await finished(await startRun([`Test ${username}`]));
  const id = (await previewOf(`Test ${username}`)).certificateId as string;
  await until('it is delivered', async () => (await detailOf(id)).mail.state === 'sent');
  return { id, ...student };
}

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

describe('who may do what with certificates (M6, P6)', () => {
  const ROUTES: [Method, string][] = [
    ['get', '/issued'],
    ['get', '/issued/export'],
    ['get', '/issued/nothing'],
    ['get', '/issued/nothing/file'],
    ['get', '/issued/nothing/correction'],
    ['post', '/issued/nothing/corrections'],
    ['post', '/issued/nothing/revocation'],
    ['post', '/issued/nothing/deliveries'],
    ['get', '/subjects'],
    ['get', `/preview?kind=module&subject=${OWN}`],
    ['get', '/runs'],
    ['post', '/runs'],
    ['get', '/runs/nothing'],
    ['post', '/runs/nothing/cancel'],
    ['post', '/runs/nothing/resume'],
  ];

  let peeping: ReturnType<typeof newStudent> | undefined;
  const student = () => (peeping ??= newStudent('peeping'));

  it.each(ROUTES)('%s %s is closed to visitors, students and editors', async (method, path) => {
    await cms()[method](`/certificates${path}`).expect(401);
    const { bearer } = await student();
    await cms()[method](`/certificates${path}`).set('Authorization', bearer).expect(401);
    expect((await as(editor.email, method, path)).status).toBe(403);
  });

  it('a teacher issues for the modules they teach, and for no other, and no grade certificates', async () => {
    const subjects = (await ada('get', '/subjects')).body.data.map((one: { subject: string }) => one.subject);
    expect(subjects).toContain(OWN);
    expect(subjects).not.toContain(FOREIGN);
    expect(subjects).not.toContain(null);
    expect((await ada('get', `/preview?kind=module&subject=${FOREIGN}`)).status).toBe(404);
    expect((await ada('get', '/preview?kind=grade')).status).toBe(404);
    const run = { kind: 'module', subject: FOREIGN, recipientKeys: ['anybody'] };
    expect((await ada('post', '/runs', run)).status).toBe(404);
  });

  it('a certificate of another teacher’s module is not there for a teacher, whatever they try', async () => {
    const { bearer } = await passed('foreign', 8, OWN);
    const asked = await cms()
      .post('/api/certificates/requests')
      .set('Authorization', bearer)
      .send({ kind: 'grade', language: 'en' })
      .expect(202);
    const { id } = asked.body;
    expect((await as(administrator.email, 'get', `/issued/${id}`)).status).toBe(200);
    for (const path of ['', '/file', '/correction'])
      expect((await ada('get', `/issued/${id}${path}`)).status).toBe(404);
    for (const path of ['/revocation', '/corrections'])
      expect((await ada('post', `/issued/${id}${path}`, { reason: 'Because' })).status).toBe(404);
    expect((await ada('post', `/issued/${id}/deliveries`)).status).toBe(404);
    const { data } = (await search('', 'Test foreign')).body;
    expect(data).toEqual([]);
    expect((await search('/export', 'Test foreign')).text.trim().split('\n')).toHaveLength(1);
  });
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
    expect(await previewOf('Test ready-one')).toMatchObject({ state: 'ready', reason: null });
    expect(await previewOf('Test low-one')).toMatchObject({ state: 'refused', reason: 'not-passed' });
    expect(await previewOf('Test unmarked-one')).toMatchObject({ state: 'refused', reason: 'marks-missing' });
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
    expect(await previewOf('Test revoked')).toMatchObject({ state: 'refused', reason: 'revoked' });
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
    expect((await ada('get', `/issued/${id}/correction`)).body.data.refusal).toBe('not-passed');
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
