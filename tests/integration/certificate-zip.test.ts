import * as fflate from 'fflate';
import { as, certificateOf, administrator, detailOf, search, teacher } from './administration.ts';
import { adminToken, cms, sql } from './cms.ts';

const zip = async (query: string, words = '') =>
  cms()
    .get(`/certificates/issued/zip${query}`)
    .set('Authorization', await adminToken(teacher.email))
    .set('X-Search', encodeURIComponent(words))
    .responseType('blob');
const namesIn = (body: Buffer): string[] => Object.keys(fflate.unzipSync(body)).sort();

describe('the files of many certificates as an archive', () => {
  it('has those that were selected, byte for byte, under names that differ', async () => {
    const [one, two] = [await certificateOf('zipped1'), await certificateOf('zipped2')];
    await sql("update certificates set file_name = 'same.pdf' where recipient_name like 'Test zipped%'");
    const answer = await zip(`?ids=${one.id},${two.id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/zip');
    const files = fflate.unzipSync(answer.body);
    const serials = [(await detailOf(one.id)).serial, (await detailOf(two.id)).serial];
    expect(Object.keys(files).sort()).toEqual(serials.map((serial) => `same_${serial}.pdf`).sort());
    const { body } = await cms()
      .get(`/certificates/issued/${one.id}/file`)
      .set('Authorization', await adminToken(teacher.email))
      .responseType('blob');
    expect(Buffer.compare(Buffer.from(files[`same_${serials[0]}.pdf`] as Uint8Array), body)).toBe(0);
    const [audit] = await sql<{ details: object }>(
      "select details from certificate_audit where action = 'exported' order by id desc limit 1",
    );
    expect(audit?.details).toEqual({ as: 'zip', count: 2, selected: 2 });
  });

  it('has what the filter finds, and names what has no file', async () => {
    const { id } = await certificateOf('fileless');
    const { serial } = await detailOf(id);
    await sql('update certificates set storage_key = null where document_id = $1', [id]);
    const { body } = await zip('?kind=module', 'Test fileless');
    expect(namesIn(body)).toEqual(['without-file_sin-archivo.txt']);
    const [text] = Object.values(fflate.unzipSync(body));
    expect(Buffer.from(text as Uint8Array).toString()).toContain(serial);
  });

  it('breaks off where a file is gone, and does not end as if it were whole', async () => {
    const { id } = await certificateOf('lost');
    const [row] = await sql('select storage_key from certificates where document_id = $1', [id]);
    await sql("update certificates set storage_key = 'nowhere.pdf' where document_id = $1", [id]);
    await expect(zip(`?ids=${id}`)).rejects.toThrow();
    // Another test asks whether every file is in its place.
    await sql('update certificates set storage_key = $2 where document_id = $1', [id, row?.storage_key]);
  });

  it('has nothing of other teachers’ modules', async () => {
    const [foreign] = await sql<{ id: string }>(
      "select document_id as id from certificates where kind = 'grade' limit 1",
    );
    if (!foreign) throw new Error('the demo has a grade certificate');
    expect((await as(administrator.email, 'get', `/issued/${foreign.id}`)).status).toBe(200);
    expect((await zip(`?ids=${foreign.id}`)).status).toBe(404);
    const none = await zip('?kind=grade');
    expect(none.status).toBe(409);
    expect((await search('/zip?ids=../x', '')).status).toBe(400);
  });
});
