import { administrator, as } from './administration.ts';
import { cms, graduate } from './cms.ts';

const overview = async () => (await as(administrator.email, 'get', '/settings')).body.data;
const save = (settings: unknown, version: string) =>
  as(administrator.email, 'put', '/settings', { settings, version });

/** Lets the grade certificate ask for more than it does by itself. */
async function alsoAsk(...rules: string[]): Promise<void> {
  const { settings, version, sources } = await overview();
  const [grades] = sources;
  settings.rules = { [grades.key]: { grade: [...grades.rules.grade, ...rules] } };
  expect((await save(settings, version)).status).toBe(200);
}
const offerTo = async (bearer: string) =>
  (await cms().get('/api/me/modules?locale=en').set('Authorization', bearer).expect(200)).body
    .gradeCertificate;
const asking = (bearer: string) =>
  cms()
    .post('/api/certificates/requests')
    .set('Authorization', bearer)
    .send({ kind: 'grade', language: 'en' });

describe('the offer of the grade certificate (S3, C2)', () => {
  let before: any;
  beforeAll(async () => {
    before = (await overview()).settings;
  });
  afterAll(async () => {
    await save(before, (await overview()).version);
  });

  it('says before anybody asks what the rules of the school would say then', async () => {
    const { bearer } = await graduate('offered');
    expect(await offerTo(bearer)).toEqual({ eligible: true });

    await alsoAsk('lessons-done');
    const offer = await offerTo(bearer);
    expect(offer).toMatchObject({ eligible: false, reason: 'lessons-missing' });
    expect(offer.missing).toEqual([expect.stringMatching(/^PRO 0\/\d+$/)]);
    expect((await asking(bearer).expect(403)).body.error.details).toMatchObject({ reason: offer.reason });

    await alsoAsk('feedback-given');
    expect(await offerTo(bearer)).toEqual({
      eligible: false,
      reason: 'feedback-missing',
      rule: { en: 'The teacher has given feedback', es: 'El docente dio su comentario' },
      missing: ['PRO'],
    });

    await alsoAsk('manual');
    expect(await offerTo(bearer)).toMatchObject({ eligible: false, reason: 'staff-only' });
  });
});
