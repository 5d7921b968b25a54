import type { Core } from '@strapi/types';

/**
 * The one role of the site's users. It has no permissions of Strapi's generic API: the routes of `src/api` ask for a
 * signed-in student themselves, and everything else stays closed.
 */
export async function ensureStudentRole(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.db.query('plugin::users-permissions.role');
  if (!(await roles.findOne({ where: { type: 'student' } }))) {
    await roles.create({ data: { name: 'Student', type: 'student', description: 'Learns on the site' } });
  }
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = (await store.get({ key: 'advanced' })) as Record<string, unknown>;
  await store.set({
    key: 'advanced',
    value: { ...advanced, default_role: 'student', unique_email: true, allow_register: false, email_confirmation: false },
  });
}
