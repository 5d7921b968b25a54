import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cms, grade, graduate, mailsTo, newStudent, people, sql, until } from './cms.ts';
import { asBytes } from './download.ts';
import { workerPids } from './worker.ts';

const DATA = process.env.LUMINO_DATA_DIR as string;
const teacher: string = people.showcase.teacher.email;

const ask = (bearer: string) =>
  cms()
    .post('/api/certificates/requests')
    .set('Authorization', bearer)
    .send({ kind: 'grade', language: 'en' });
const mine = async (bearer: string) =>
  (await cms().get('/api/certificates/mine').set('Authorization', bearer).expect(200)).body.certificates;

describe('asking for the grade certificate', () => {
  it('needs a module and all marks; the answer says what is missing (C2)', async () => {
    const { bearer } = await newStudent('hasty');
    expect((await ask(bearer).expect(403)).body.error.details).toMatchObject({ reason: 'no-enrollment' });
    await cms()
      .post('/api/me/enrollments')
      .set('Authorization', bearer)
      .send({ modules: ['PRO'] })
      .expect(200);
    expect((await ask(bearer).expect(403)).body.error.details).toMatchObject({
      reason: 'marks-missing',
      modules: ['PRO'],
    });
    await cms().post('/api/certificates/requests').send({ kind: 'grade', language: 'en' }).expect(403);
  });

  it('twenty times at once: one certificate, one mail (C10)', async () => {
    const { bearer, email } = await graduate('doubleclick');
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(bearer).expect(202)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers[0]?.body.email).toBe(email);
    await until('the mail has arrived', async () => (await mailsTo(email)).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await mine(bearer)).toHaveLength(1);
  });

  it('keeps the file privately, with the hash that is in the row (C6)', async () => {
    const { bearer } = await graduate('keeper');
    await ask(bearer).expect(202);
    await until('it is delivered', async () => (await mine(bearer))[0]?.stage === 'delivered');
    const [certificate] = await mine(bearer);
    const file = await cms()
      .get(`/api/certificates/${certificate.id}/file`)
      .set('Authorization', bearer)
      .buffer(true)
      .parse(asBytes);
    expect(file.headers['content-disposition']).toContain('keeper_grade_certificate.pdf');
    const [row] = await sql<{ sha_256: string; storage_key: string }>(
      'select sha_256, storage_key from certificates where document_id = $1',
      [certificate.id],
    );
    expect(createHash('sha256').update(file.body).digest('hex')).toBe(row?.sha_256);
    for (const guess of [
      `/uploads/${row?.storage_key}`,
      `/${row?.storage_key}`,
      `/certificates/${row?.storage_key}`,
    ])
      expect((await cms().get(guess)).status).toBe(404);
    await cms().get(`/api/certificates/${certificate.id}/file`).expect(403);
    expect(
      execFileSync('stat', ['-c', '%a', path.join(DATA, 'certificates', row?.storage_key ?? '')])
        .toString()
        .trim(),
    ).toBe('600');
  });

  it('after a corrected mark there is a new one, and the old one says so (C7, C8)', async () => {
    const { bearer } = await graduate('corrected');
    const first = (await ask(bearer).expect(202)).body.id;
    await grade(teacher, 'PRO', 'corrected', 9);
    const second = (await ask(bearer).expect(202)).body.id;
    expect(second).not.toBe(first);
    await until('both are rendered', async () =>
      (await mine(bearer)).every((one: { stage: string }) => one.stage !== 'queued'),
    );
    const certificates = await mine(bearer);
    const old = certificates.find((one: { id: string }) => one.id === first);
    const current = certificates.find((one: { id: string }) => one.id === second);
    const { body } = await cms().get(`/api/certificates/verify/${old.verificationCode}`).expect(200);
    expect(body).toMatchObject({ status: 'superseded', supersededBy: current.verificationCode });
    expect(body.achievements[0]).toMatchObject({ code: 'PRO', mark: 8 });
    const verified = await cms()
      .get(`/api/certificates/verify/${current.verificationCode.toLowerCase()}`)
      .expect(200);
    expect(verified.body).toMatchObject({ status: 'valid', achievements: [{ mark: 9 }] });
  });

  it('an unknown code is not found', async () => {
    await cms().get('/api/certificates/verify/00000000000000000000000000').expect(404);
  });

  it('a certificate without its job gets one (P4)', async () => {
    const { bearer, email } = await graduate('orphan');
    await ask(bearer).expect(202);
    await sql(
      "delete from pgboss.job where name = 'certificates/render' and data->>'certificateId' = (select document_id from certificates where recipient_name = 'Test orphan')",
    );
    await until('the mail has arrived', async () => (await mailsTo(email)).length > 0, 60);
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe('a worker that is killed while it renders (P1, K3–K4)', () => {
  it('leaves one certificate and one mail once another has started', async () => {
    const { bearer, email } = await graduate('survivor');
    const [before] = workerPids();
    expect(before).toBeDefined();
    const { id } = (await ask(bearer).expect(202)).body;
    await until('the job is running or done', async () => {
      const [job] = await sql(
        "select state from pgboss.job where data->>'certificateId' = $1 and state in ('active', 'completed')",
        [id],
      );
      return Boolean(job);
    });
    process.kill(before as number, 'SIGKILL');
    await until('another worker has started', async () => workerPids().some((pid) => pid !== before));
    await until('the mail has arrived', async () => (await mailsTo(email)).length > 0, 90);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await mailsTo(email)).toHaveLength(1);
    const rows = await sql<{ sha_256: string; storage_key: string }>(
      "select sha_256, storage_key from certificates where recipient_name = 'Test survivor'",
    );
    expect(rows).toHaveLength(1);
    const stored = readFileSync(path.join(DATA, 'certificates', rows[0]?.storage_key ?? ''));
    expect(createHash('sha256').update(stored).digest('hex')).toBe(rows[0]?.sha_256);
  }, 150_000);
});
