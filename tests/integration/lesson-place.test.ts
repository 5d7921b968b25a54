import { cms, newStudent, sql } from './cms.ts';

const lesson = (slug: string) => `/api/catalog/PRO/lessons/${slug}`;

/** A student of PRO, and what they may do there. */
async function student(username: string) {
  const { bearer } = await newStudent(username);
  const send = (method: 'get' | 'put' | 'post', path: string) =>
    cms()[method](path).set('Authorization', bearer);
  await send('post', '/api/me/enrollments')
    .send({ modules: ['PRO'] })
    .expect(200);
  const goOn = async () => (await send('get', '/api/catalog/PRO').expect(200)).body.enrollment.goOn;
  const row = async () =>
    (
      await sql<{ key: string | null; xmin: string }>(
        'select e.lesson_key as key, e.xmin::text from enrollments e join up_users u on u.document_id = e.student_key where u.username = $1',
        [username],
      )
    )[0];
  return { send, goOn, row };
}

describe('where one left off (L2)', () => {
  it('is kept at each change of lesson, and at no reload', async () => {
    const { send, goOn, row } = await student('place-leaver');
    expect(await goOn()).toMatchObject({ slug: 'values-and-names', leftOff: false, isFirst: true });
    const { body: inAdvance } = await send('get', lesson('decisions')).expect(200);
    expect(await goOn()).toMatchObject({ leftOff: false });
    expect((await send('post', `${lesson('decisions')}/readings`).expect(200)).body).toEqual(inAdvance);
    expect(await goOn()).toMatchObject({ slug: 'decisions', leftOff: true });

    const before = await row();
    await send('post', `${lesson('decisions')}/readings`).expect(200);
    expect((await row())?.xmin).toBe(before?.xmin);
  });

  it('is the next lesson once that one is done, also on the page of all modules', async () => {
    const { send, goOn } = await student('place-goer');
    await send('post', `${lesson('decisions')}/readings`).expect(200);
    await send('put', `${lesson('decisions')}/completion`).expect(200);
    expect(await goOn()).toMatchObject({ slug: 'loops-that-end', leftOff: true });
    const { body } = await send('get', '/api/me/modules?locale=es').expect(200);
    expect(body.modules[0]).toMatchObject({ goOn: { slug: 'loops-that-end', locale: 'es' } });
    expect(Date.parse(body.modules[0].readAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is nobody’s who is not in the module', async () => {
    const { bearer } = await newStudent('outsider-of-pro');
    await cms()
      .post(`${lesson('decisions')}/readings`)
      .set('Authorization', bearer)
      .expect(403);
    await cms()
      .post(`${lesson('decisions')}/readings`)
      .expect(401);
  });
});
