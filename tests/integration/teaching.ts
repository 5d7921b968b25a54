import { administrator } from './administration.ts';
import { adminToken, cms, sql } from './cms.ts';

export const TEACHER_PASSWORD = 'Long-enough-2026';

/** One document, as an administrator writes it in the admin. @param action what comes behind the type's address */
export async function write(uid: string, data: object, action = ''): Promise<{ documentId: string }> {
  const { ok, body } = await cms()
    .post(`/content-manager/collection-types/${uid}${action}`)
    .set('Authorization', await adminToken(administrator.email))
    .send(data);
  if (!ok) throw new Error(JSON.stringify(body));
  return body.data;
}

/** A teacher of its own for a test, made in the admin as an administrator makes one. */
export async function newTeacher(slug: string): Promise<{ email: string; profile: string }> {
  // Who may sign in to the admin outlives `load-data`: another run makes another one.
  const email = `${slug}.${Date.now()}@lumino.example`;
  const names = { firstname: 'Test', lastname: slug };
  const [role] = await sql<{ id: number }>("select id from admin_roles where code = 'lumino-teacher'");
  const invited = await cms()
    .post('/admin/users')
    .set('Authorization', await adminToken(administrator.email))
    .send({ ...names, email, roles: [role?.id] })
    .expect(201);
  const { id, registrationToken } = invited.body.data;
  await cms()
    .post('/admin/register')
    .send({ registrationToken, userInfo: { ...names, password: TEACHER_PASSWORD } })
    .expect(200);
  await adminToken(email, TEACHER_PASSWORD);
  const profile = await write('api::teacher-profile.teacher-profile', {
    displayName: `Test ${slug}`,
    slug,
    adminUser: { connect: [{ id }] },
  });
  return { email, profile: profile.documentId };
}

/** A published module of its own for a test. @returns its documentId. */
export async function newModule(code: string, name: string, teacher: { profile: string }): Promise<string> {
  const data = { code, name, teacher: { connect: [{ documentId: teacher.profile }] } };
  return (await write('api::module.module', data, '/actions/publish')).documentId;
}

/** What its editor changes in a module, and publishes. */
export const changeModule = (documentId: string, data: object): Promise<unknown> =>
  write('api::module.module', data, `/${documentId}/actions/publish`);
