import { ensureAdminRoles } from './admin-roles';

const VERBS = ['read', 'issue', 'resend', 'revoke', 'correct', 'export'].map(
  (verb) => `plugin::certificates.${verb}`,
);

/** An admin that keeps its roles and its store in memory, and knows the certificates' actions alone. */
function fakeAdmin(existing: string[]) {
  const roles = new Map(existing.map((code) => [code, { id: code, code }]));
  const given: { role: string; action: string; conditions: string[] }[] = [];
  const kept = new Map<string, unknown>();
  const strapi = {
    admin: {
      services: {
        role: {
          findOne: ({ code }: { code: string }) => Promise.resolve(roles.get(code)),
          addPermissions: (role: string, permissions: { action: string; conditions: string[] }[]) => {
            given.push(...permissions.map(({ action, conditions }) => ({ role, action, conditions })));
            return Promise.resolve();
          },
        },
        permission: { actionProvider: { keys: () => VERBS } },
        'content-type': { getNestedFields: () => [] },
      },
    },
    contentTypes: new Proxy({}, { get: () => ({}) }),
    components: {},
    db: {
      query: () => ({
        create: ({ data }: { data: { code: string } }) => {
          const role = { id: data.code, code: data.code };
          roles.set(data.code, role);
          return Promise.resolve(role);
        },
      }),
    },
    store: () => ({
      get: ({ key }: { key: string }) => Promise.resolve(kept.get(key)),
      set: ({ key, value }: { key: string; value: unknown }) => Promise.resolve(kept.set(key, value)),
    }),
  };
  return { strapi: strapi as never, given };
}

describe('the roles of the admin', () => {
  it('teachers have every verb with certificates, of the modules they teach alone (M6)', async () => {
    const { strapi, given } = fakeAdmin([]);
    await ensureAdminRoles(strapi);
    const teachers = given.filter(({ role }) => role === 'lumino-teacher');
    expect(teachers.map(({ action }) => action).sort()).toEqual([...VERBS].sort());
    for (const { conditions } of teachers) expect(conditions).toEqual(['api::teaches-certified']);
    expect(given.filter(({ role }) => role === 'lumino-editor')).toEqual([]);
  });

  it('a role from before certificates were in the admin is given them once', async () => {
    const { strapi, given } = fakeAdmin(['lumino-teacher', 'lumino-editor']);
    await ensureAdminRoles(strapi);
    expect(given).toHaveLength(VERBS.length);
  });

  it('what an administrator took away stays away at the next start', async () => {
    const { strapi, given } = fakeAdmin(['lumino-teacher', 'lumino-editor']);
    await ensureAdminRoles(strapi);
    given.length = 0;
    await ensureAdminRoles(strapi);
    expect(given).toEqual([]);
  });
});
