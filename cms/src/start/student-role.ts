import type { Core } from '@strapi/types';

/** What roles of the site may do with routes that are not Lumino's own. Everything else of Strapi's API stays closed. */
const certificates = (...actions: string[]): string[] =>
  actions.map((action) => `plugin::certificates.${action}`);
const VERIFYING = certificates(
  'certificate.verify',
  'certificate.card',
  'certificate.ofFile',
  'credential.check',
  'credential.did',
  'credential.statusList',
);
const GRANTS: Record<string, string[]> = {
  student: [
    ...certificates(
      'certificate.mine',
      'certificate.request',
      'certificate.file',
      'certificate.picture',
      'certificate.showName',
      'credential.download',
    ),
    ...VERIFYING,
  ],
  public: VERIFYING,
};

/** The one role of the site's users, and what it and visitors may do; the routes of `src/api` see to themselves. */
export async function ensureStudentRole(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.db.query('plugin::users-permissions.role');
  if (!(await roles.findOne({ where: { type: 'student' } }))) {
    await roles.create({ data: { name: 'Student', type: 'student', description: 'Learns on the site' } });
  }
  for (const [type, actions] of Object.entries(GRANTS)) {
    const role = await roles.findOne({ where: { type }, populate: ['permissions'] });
    for (const action of actions) {
      if (role.permissions.some((permission: { action: string }) => permission.action === action)) continue;
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: role.id } });
    }
  }
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = (await store.get({ key: 'advanced' })) as Record<string, unknown>;
  await store.set({
    key: 'advanced',
    value: {
      ...advanced,
      default_role: 'student',
      unique_email: true,
      allow_register: false,
      email_confirmation: false,
    },
  });
}
