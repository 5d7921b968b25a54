import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { cms, grade, graduate, people, sql, until } from './cms.ts';
import { asBytes } from './download.ts';

/** What is out in the world of a certificate, as bytes. */
interface Kept {
  sha256: string;
  verify: string;
  credential: string;
}

const bytesOf = async (address: string, bearer: string): Promise<Buffer> =>
  (await cms().get(address).set('Authorization', bearer).buffer(true).parse(asBytes).expect(200)).body;

it('what was issued stays as it was, byte for byte, whatever is edited afterwards (C7)', async () => {
  const { bearer } = await graduate('keepsake');
  const { body } = await cms()
    .post('/api/certificates/requests')
    .set('Authorization', bearer)
    .send({ kind: 'grade', language: 'en' })
    .expect(202);
  const mine = async () =>
    (await cms().get('/api/certificates/mine').set('Authorization', bearer).expect(200)).body.certificates[0];
  await until('it is delivered', async () => (await mine()).stage === 'delivered');
  const { verificationCode } = await mine();

  const now = async (): Promise<Kept> => ({
    sha256: createHash('sha256')
      .update(await bytesOf(`/api/certificates/${body.id}/file`, bearer))
      .digest('hex'),
    verify: (await bytesOf(`/api/certificates/verify/${verificationCode}`, bearer)).toString(),
    credential: (await bytesOf(`/api/certificates/${body.id}/credential`, bearer)).toString(),
  });
  const issued = await now();
  expect(JSON.parse(issued.verify).sha256).toBe(issued.sha256);

  await sql("update up_users set first_name = 'Another', last_name = 'Person' where username = 'keepsake'");
  expect(await now()).toEqual(issued);

  await grade(people.showcase.teacher.email, 'PRO', 'keepsake', 3);
  expect(await now()).toEqual(issued);

  const names = await sql<{ id: number; name: string }>("select id, name from modules where code = 'PRO'");
  await sql("update modules set name = 'Renamed' where code = 'PRO'");
  try {
    expect(await now()).toEqual(issued);

    const script = path.join(__dirname, 'under-other-settings.ts');
    const said = execFileSync(process.execPath, [script, body.id], {
      cwd: path.join(__dirname, '..', '..'),
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: process.env.TEST_DATABASE_URL },
      encoding: 'utf8',
    });
    const elsewhere = JSON.parse(said.trim().split('\n').at(-1) ?? '');
    expect(elsewhere.file).toBe(issued.sha256);
    expect(elsewhere.drawnAgain).toBe(issued.sha256);
    expect(elsewhere.verify).toEqual(JSON.parse(issued.verify));
    expect(elsewhere.credential).toBe(issued.credential);
    expect(await now()).toEqual(issued);
  } finally {
    for (const { id, name } of names) await sql('update modules set name = $2 where id = $1', [id, name]);
  }
}, 180_000);
