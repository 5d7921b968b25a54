import {
  ada,
  administrator,
  as,
  editor,
  FOREIGN,
  type Method,
  OWN,
  passed,
  search,
} from './administration.ts';
import { cms, newStudent } from './cms.ts';

describe('who may do what with certificates (M6, P6)', () => {
  const SETTINGS: [Method, string][] = [
    ['get', '/settings'],
    ['put', '/settings'],
    ['post', '/settings/preview'],
    ['get', '/settings/pictures/nothing'],
    ['post', '/settings/pictures'],
    ['get', '/settings/export'],
    ['post', '/settings/import'],
    ['get', '/files'],
    ['post', '/files/inspections'],
    ['post', '/files/nothing/drawings'],
  ];
  const ROUTES: [Method, string][] = [
    ['get', '/issued'],
    ['get', '/issued/export'],
    ['get', '/issued/zip'],
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
    ...SETTINGS,
  ];

  let peeping: ReturnType<typeof newStudent> | undefined;
  const student = () => (peeping ??= newStudent('peeping'));

  it.each(ROUTES)('%s %s is closed to visitors, students and editors', async (method, path) => {
    await cms()[method](`/certificates${path}`).expect(401);
    const { bearer } = await student();
    await cms()[method](`/certificates${path}`).set('Authorization', bearer).expect(401);
    expect((await as(editor.email, method, path)).status).toBe(403);
  });

  it.each(SETTINGS)('%s %s is closed to teachers', async (method, path) => {
    expect((await ada(method, path)).status).toBe(403);
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
    const { bearer } = await passed('foreign');
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
