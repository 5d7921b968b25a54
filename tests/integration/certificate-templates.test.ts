import { extractText } from '../rendering/extracted-text.ts';
import { cms, graduate, sql, until } from './cms.ts';
import { asBytes } from './download.ts';

const STORE = 'plugin_certificates_settings';

/** What an administrator would save, in the database where every process reads it. */
async function choose(template: { key: string; options: object }): Promise<void> {
  const value = JSON.stringify({
    templates: { grade: { key: 'grade-certificate', options: {} }, module: template },
  });
  await sql('delete from strapi_core_store_settings where key = $1', [STORE]);
  await sql(`insert into strapi_core_store_settings (key, value, type) values ($1, $2, 'object')`, [
    STORE,
    value,
  ]);
}

describe('a template of the application, registered from outside', () => {
  let before: { value: string }[];
  beforeAll(async () => {
    before = await sql('select value from strapi_core_store_settings where key = $1', [STORE]);
  });
  afterAll(async () => {
    await sql('delete from strapi_core_store_settings where key = $1', [STORE]);
    for (const { value } of before)
      await sql(`insert into strapi_core_store_settings (key, value, type) values ($1, $2, 'object')`, [
        STORE,
        value,
      ]);
  });

  const issued = async (bearer: string) => {
    await cms()
      .post('/api/certificates/requests')
      .set('Authorization', bearer)
      .send({ kind: 'module', subject: 'PRO', language: 'en' })
      .expect(202);
    const mine = async () =>
      (await cms().get('/api/certificates/mine').set('Authorization', bearer)).body.certificates.find(
        ({ kind }: { kind: string }) => kind === 'module',
      );
    await until('it is rendered', async () => ((await mine())?.stage ?? 'queued') !== 'queued');
    return mine();
  };

  it('is what a certificate is issued with: its options are kept whole, its texts are in the PDF (C7)', async () => {
    await choose({ key: 'attendance', options: { letterhead: 60 } });
    const { bearer } = await graduate('attendee');
    const certificate = await issued(bearer);
    const [row] = await sql<{ snapshot: { template: object } }>(
      'select snapshot from certificates where document_id = $1',
      [certificate.id],
    );
    expect(row?.snapshot.template).toEqual({
      key: 'attendance',
      version: 1,
      options: { paper: 'a4', letterhead: 60 },
    });
    const { body } = await cms()
      .get(`/api/certificates/${certificate.id}/file`)
      .set('Authorization', bearer)
      .buffer(true)
      .parse(asBytes)
      .expect(200);
    const text = extractText([body])[0]?.mupdf.join(' ');
    for (const words of ['Confirmation of attendance', 'Test attendee', '(PRO)', certificate.serial])
      expect(text).toContain(words);
    expect(text).not.toContain('mark');
  });

  it('is refused where an option is wrong, and nothing is issued', async () => {
    await choose({ key: 'attendance', options: { letterhead: 500 } });
    const { bearer } = await graduate('latecomer');
    await cms()
      .post('/api/certificates/requests')
      .set('Authorization', bearer)
      .send({ kind: 'module', subject: 'PRO', language: 'en' })
      .expect(400);
    expect(
      await sql(
        `select 1 from certificates c join up_users u on u.document_id = c.recipient_key where u.username = 'latecomer'`,
      ),
    ).toEqual([]);
  });
});
