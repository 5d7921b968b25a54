import type { Core, UID } from '@strapi/types';

/**
 * Whether somebody of the admin may read this row now: they are active, and the permissions of their roles, with the
 * conditions that tie teachers to their modules, let them (L3). Asked anew each time: a role may be taken away meanwhile.
 */
export async function mayRead(
  strapi: Core.Strapi,
  adminUserKey: string,
  uid: UID.ContentType,
  row: unknown,
): Promise<boolean> {
  const user = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: Number(adminUserKey) }, populate: ['roles'] });
  if (!user || user.isActive !== true || user.blocked === true) return false;
  const { engine } = strapi.admin.services.permission as any;
  const userAbility = await engine.generateUserAbility(user);
  const checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: uid });
  return checker.can.read(row);
}
