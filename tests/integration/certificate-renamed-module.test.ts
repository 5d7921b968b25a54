import { as, finished, type Method, previewOf } from './administration.ts';
import { graduate } from './cms.ts';
import { changeModule, newModule, newTeacher } from './teaching.ts';

type Teacher = Awaited<ReturnType<typeof newTeacher>>;
const by = (teacher: Teacher) => (method: Method, path: string, body?: object) =>
  as(teacher.email, method, path, body);

/** A student of this teacher's, with a certificate. @returns its id. */
async function certified(username: string, code: string, teacher: Teacher): Promise<string> {
  await graduate(username, { code, teacher: teacher.email });
  const preview = () => previewOf(`Test ${username}`, code, by(teacher));
  const recipientKeys = [(await preview()).recipientKey];
  const run = await by(teacher)('post', '/runs', { kind: 'module', subject: code, recipientKeys });
  await finished(run.body.data.id, 60, by(teacher));
  return (await preview()).certificateId;
}

describe('a module that gets another code (C9, M6)', () => {
  let [teacher, successor]: Teacher[] = [];
  let [before, after] = ['', ''];
  const idsOf = async (who: Teacher): Promise<string[]> =>
    (await by(who)('get', '/issued')).body.data.map((row: { id: string }) => row.id);

  beforeAll(async () => {
    teacher = await newTeacher('renaming');
    successor = await newTeacher('successor');
    const module = await newModule('NAME-1', 'A module to rename', teacher);
    before = await certified('named-before', 'NAME-1', teacher);
    await changeModule(module, { code: 'NAME-2' });
    after = await certified('named-after', 'NAME-2', teacher);
    await newModule('NAME-1', 'Another module of this code', successor);
  });

  it('keeps its certificates with its teacher, old ones and new ones', async () => {
    expect((await idsOf(teacher as Teacher)).sort()).toEqual([before, after].sort());
    const { status, body } = await by(teacher as Teacher)('get', `/issued/${before}`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ subject: 'NAME-1', allowed: { revoke: true } });
    const revocation = { reason: 'Issued by mistake' };
    const revoked = await by(teacher as Teacher)('post', `/issued/${before}/revocation`, revocation);
    expect(revoked.status).toBeLessThan(300);
  });

  it('gives none of them to whose module has the code now', async () => {
    expect(await idsOf(successor as Teacher)).toEqual([]);
    for (const id of [before, after])
      expect((await by(successor as Teacher)('get', `/issued/${id}`)).status).toBe(404);
    const own = await certified('named-anew', 'NAME-1', successor as Teacher);
    expect(await idsOf(successor as Teacher)).toEqual([own]);
    expect(await idsOf(teacher as Teacher)).not.toContain(own);
  });
});
