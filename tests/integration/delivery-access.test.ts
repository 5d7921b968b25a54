import { cms, newStudent } from './cms.ts';
import { ada, admin, as, editor, mail, moduleKeyOf } from './delivery-rows.ts';

describe('who may do what with mails (P6)', () => {
  const ROUTES: ['get' | 'post', string][] = [
    ['get', '/mails'],
    ['get', '/mails/nothing'],
    ['post', '/mails/nothing/resend'],
    ['post', '/mails/nothing/cancel'],
    ['post', '/mails/nothing/readdress'],
    ['get', '/kinds'],
    ['get', '/summary'],
    ['get', '/many'],
    ['post', '/many/resend'],
    ['post', '/many/cancel'],
    ['get', '/background-work'],
    ['post', '/background-work/nothing/retry'],
    ['post', '/background-work/nothing/discard'],
  ];

  let peeping: ReturnType<typeof newStudent> | undefined;
  const student = () => (peeping ??= newStudent(`peeping${Date.now()}`));

  it.each(ROUTES)('%s %s is closed to visitors, students and editors', async (method, path) => {
    await cms()[method](`/deliveries${path}`).expect(401);
    const { bearer } = await student();
    await cms()[method](`/deliveries${path}`).set('Authorization', bearer).expect(401);
    expect((await as(editor.email, method, path)).status).toBe(403);
  });

  it('a teacher sees the mails of the modules they teach, and may send and cancel those', async () => {
    const to = `own.${Date.now()}@deliveries.example`;
    const id = await mail({ to, state: 'waiting', subjectKey: await moduleKeyOf('HTM') });
    const { data } = (await ada('get', `/mails/${id}`)).body;
    expect(data.allowed).toEqual({ resend: false, cancel: true, readdress: false });
    expect((await ada('get', '/mails', undefined, to)).body.data).toHaveLength(1);
    expect((await ada('post', `/mails/${id}/cancel`)).status).toBe(204);
    expect((await ada('get', `/mails/${id}`)).body.data.allowed.resend).toBe(true);
    // To another address sends only who sees everybody's.
    expect((await ada('post', `/mails/${id}/readdress`, { to })).status).toBe(403);
  });

  it.each(['LNX', null])('a mail about %s is not there for a teacher of other modules', async (code) => {
    const to = `foreign.${Date.now()}@deliveries.example`;
    const subjectKey = code && (await moduleKeyOf(code));
    const waiting = await mail({ to, state: 'waiting', subjectKey });
    const refused = await mail({ to, state: 'refused', subjectKey });
    expect((await admin('get', `/mails/${waiting}`)).status).toBe(200);
    expect((await ada('get', `/mails/${waiting}`)).status).toBe(404);
    expect((await ada('post', `/mails/${waiting}/cancel`)).status).toBe(404);
    expect((await ada('post', `/mails/${refused}/resend`)).status).toBe(404);
    expect((await ada('get', '/mails', undefined, to)).body.data).toEqual([]);
    expect((await ada('get', '/many', undefined, to)).body.data).toEqual({ resend: 0, cancel: 0 });
    expect((await ada('post', '/many/cancel', undefined, to)).status).toBe(409);
    expect((await admin('get', `/mails/${waiting}`)).body.data.state).toBe('waiting');
  });

  it('only who sends every mail again works on what was given up', async () => {
    expect((await ada('get', '/background-work')).status).toBe(403);
    expect((await ada('post', '/background-work/nothing/retry')).status).toBe(403);
    expect((await ada('post', '/background-work/nothing/discard')).status).toBe(403);
    expect((await admin('post', '/background-work/nothing/retry')).status).toBe(404);
    expect((await admin('post', '/background-work/nothing/discard')).status).toBe(404);
  });
});
