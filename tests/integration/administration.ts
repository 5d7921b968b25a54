import { adminToken, cms, graduate, people, until } from './cms.ts';

export const { teacher, editor, administrator } = people.showcase;
/** Ada teaches HTM and not LNX. */
export const OWN = 'HTM';
export const FOREIGN = 'LNX';

export type Method = 'get' | 'post' | 'put';
export const as = async (email: string, method: Method, path: string, body?: object) => {
  const token = await adminToken(email);
  const request = cms()[method](`/certificates${path}`).set('Authorization', token);
  return body ? request.send(body) : request;
};
/** What Ada finds with these filters and these words. */
export const search = async (path: string, words: string) =>
  cms()
    .get(`/certificates/issued${path}`)
    .set('Authorization', await adminToken(teacher.email))
    .set('X-Search', encodeURIComponent(words));
export const ada = (method: Method, path: string, body?: object) => as(teacher.email, method, path, body);

/** A student of Ada's with a mark. */
export const passed = (username: string, mark = 8) => graduate(username, { code: OWN, mark });

export const previewOf = async (name: string, subject = OWN, by = ada) =>
  (await by('get', `/preview?kind=module&subject=${subject}`)).body.data.rows.find(
    (row: { name: string }) => row.name === name,
  );
export const startRun = async (names: string[]) => {
  const rows = await Promise.all(names.map((name) => previewOf(name)));
  const recipientKeys = rows.map((row) => row.recipientKey);
  const answer = await ada('post', '/runs', { kind: 'module', subject: OWN, recipientKeys });
  expect(answer.status).toBe(202);
  return answer.body.data.id as string;
};
export const runOf = async (id: string, by = ada) => (await by('get', `/runs/${id}`)).body.data;
export const finished = (id: string, seconds = 60, by = ada) =>
  until('the run is finished', async () => (await runOf(id, by)).state === 'finished', seconds);
export const detailOf = async (id: string) => (await ada('get', `/issued/${id}`)).body.data;

/** A certificate of a student of Ada's, delivered. */
export async function certificateOf(
  username: string,
): Promise<{ id: string; email: string; bearer: string }> {
  const student = await passed(username);
  await finished(await startRun([`Test ${username}`]));
  const id = (await previewOf(`Test ${username}`)).certificateId as string;
  await until('it is delivered', async () => (await detailOf(id)).mail.state === 'sent');
  return { id, ...student };
}
