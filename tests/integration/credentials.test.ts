import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { cms, graduate, newStudent, sql, until } from './cms.ts';
import { asBytes } from './download.ts';

/** A student with a certificate that has been rendered. */
async function certified(username: string): Promise<{ bearer: string; id: string; code: string }> {
  const { bearer } = await graduate(username);
  const { body } = await cms()
    .post('/api/certificates/requests')
    .set('Authorization', bearer)
    .send({ kind: 'grade', language: 'en' })
    .expect(202);
  const mine = async () =>
    (await cms().get('/api/certificates/mine').set('Authorization', bearer).expect(200)).body.certificates[0];
  await until('it is rendered', async () => (await mine()).stage !== 'queued');
  return { bearer, id: body.id, code: (await mine()).verificationCode };
}

const credentialOf = async ({ bearer, id }: { bearer: string; id: string }) =>
  JSON.parse(
    (
      await cms()
        .get(`/api/certificates/${id}/credential`)
        .set('Authorization', bearer)
        .buffer(true)
        .parse(asBytes)
        .expect(200)
        .expect('Content-Type', /application\/vc/)
    ).body,
  );
const verdictOf = async (credential: object): Promise<string> =>
  (await cms().post('/api/certificates/credentials/check').send(credential).expect(200)).body.verdict;

describe('the digital credential', () => {
  it('is its recipient’s alone (C6)', async () => {
    const one = await certified('badge-owner');
    const other = await newStudent('badge-stranger');
    await cms().get(`/api/certificates/${one.id}/credential`).expect(403);
    await cms().get(`/api/certificates/${one.id}/credential`).set('Authorization', other.bearer).expect(404);
    await cms()
      .put(`/api/certificates/${one.id}/visibility`)
      .set('Authorization', other.bearer)
      .send({ nameShown: false })
      .expect(404);
    expect(await verdictOf(await credentialOf(one))).toBe('valid');
  });

  it('is not valid any more once the certificate was revoked, and still well signed (C8)', async () => {
    const one = await certified('badge-revoked');
    const credential = await credentialOf(one);
    await sql('update certificates set revoked_at = now() where document_id = $1', [one.id]);
    expect(await verdictOf(credential)).toBe('revoked');
    expect(await verdictOf({ ...credential, name: 'Another' })).toBe('altered');
  });

  it('stays what it is and valid after the key was rotated (P11)', async () => {
    const one = await certified('badge-before');
    const before = await credentialOf(one);
    const { status } = spawnSync('node', ['scripts/boot.mjs', 'rotate-key', 'credential'], {
      cwd: path.join(__dirname, '..', '..'),
      env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL },
    });
    expect(status).toBe(0);
    expect(await credentialOf(one)).toEqual(before);
    expect(await verdictOf(before)).toBe('valid');

    const after = await credentialOf(await certified('badge-after'));
    expect(after.proof[0].verificationMethod).not.toBe(before.proof[0].verificationMethod);
    expect(await verdictOf(after)).toBe('valid');
    const { body: did } = await cms().get('/api/certificates/did').expect(200);
    for (const { proof } of [before, after])
      expect(did.assertionMethod).toContain(proof[0].verificationMethod);
  }, 180_000);

  it('no secret of a key lies in the database in clear, and none is answered (P6)', async () => {
    const keys = await sql<{ sealed_secret: string }>('select sealed_secret from certificate_signing_keys');
    expect(keys.length).toBeGreaterThanOrEqual(2);
    for (const { sealed_secret } of keys) expect(sealed_secret).toMatch(/^v1:[0-9a-f]{32}:/);
    await cms().get('/api/certificates/signing-keys').expect(404);
  });

  it('two indexes hold what is unique (P4)', async () => {
    const found = await sql<{ indexdef: string }>(
      "select indexdef from pg_indexes where tablename in ('certificates', 'certificate_signing_keys')",
    );
    const unique = found
      .filter(({ indexdef }) => indexdef.startsWith('CREATE UNIQUE'))
      .map((one) => one.indexdef);
    expect(unique.some((one) => one.includes('(status_index)'))).toBe(true);
    expect(unique.some((one) => one.includes('(key_id)'))).toBe(true);
    expect(found.some(({ indexdef }) => indexdef.includes('(sha_256)'))).toBe(true);
  });

  it('what is no credential is refused, and what is ours in name alone is not believed', async () => {
    await cms().post('/api/certificates/credentials/check').send([]).expect(400);
    expect(await verdictOf({})).toBe('not-ours');
    const { body: did } = await cms().get('/api/certificates/did').expect(200);
    expect(await verdictOf({ issuer: did.id })).toBe('altered');
    await cms().get('/api/certificates/status/999').expect(404);
    await cms().get('/api/certificates/status/..').expect(404);
  });
});
