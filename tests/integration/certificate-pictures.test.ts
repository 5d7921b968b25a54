import { cms, graduate, newStudent, sql, until } from './cms.ts';
import { asBytes } from './download.ts';

const bytes = (path: string, bearer?: string) =>
  cms()
    .get(`/api/certificates${path}`)
    .set(bearer ? { Authorization: bearer } : {})
    .buffer(true)
    .parse(asBytes);

/** Width and height of a PNG, in pixels: the first two numbers of its header. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('pictures of certificates', () => {
  let bearer: string;
  let certificate: { id: string; verificationCode: string };

  beforeAll(async () => {
    ({ bearer } = await graduate('pictured'));
    const asked = await cms()
      .post('/api/certificates/requests')
      .set('Authorization', bearer)
      .send({ kind: 'grade', language: 'en' })
      .expect(202);
    const mine = () => cms().get('/api/certificates/mine').set('Authorization', bearer);
    await until('it is there', async () => (await mine()).body.certificates[0]?.id === asked.body.id);
    [certificate] = (await mine()).body.certificates;
  });

  it('the first page, to its recipient alone (C6)', async () => {
    const { body, headers } = await bytes(`/${certificate.id}/picture`, bearer).expect(200);
    expect(headers['content-type']).toBe('image/png');
    expect(headers['cache-control']).toContain('no-store');
    expect(sizeOf(body)[0]).toBe(960);
    await bytes(`/${certificate.id}/picture`).expect(403);
    const other = await newStudent('picturepeeper');
    await bytes(`/${certificate.id}/picture`, other.bearer).expect(404);
  });

  it('a card for shared links, without the name where the student hides it, and of valid ones alone', async () => {
    const card = () => bytes(`/verify/${certificate.verificationCode}/card`);
    const named = (await card().expect(200)).body as Buffer;
    expect(sizeOf(named)).toEqual([1200, 630]);
    await cms()
      .put(`/api/certificates/${certificate.id}/visibility`)
      .set('Authorization', bearer)
      .send({ nameShown: false })
      .expect(204);
    const nameless = (await card().expect(200)).body as Buffer;
    expect(nameless.equals(named)).toBe(false);
    await sql('update certificates set revoked_at = now() where document_id = $1', [certificate.id]);
    await card().expect(404);
    await bytes('/verify/00000000000000000000000000/card').expect(404);
  });
});
