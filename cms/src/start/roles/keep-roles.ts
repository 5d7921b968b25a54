import type { Core } from '@strapi/types';
import { type Grant, keyOf, mergeGrants } from './merge-grants';
import { fieldsOf, type RoleOfLumino, ROLES } from './role-list';

/** Strapi makes these at the first start. Its editor sees every mark and its author writes anything, so nobody should get them. */
const OF_STRAPI = ['strapi-editor', 'strapi-author'];
const KEPT = { key: 'given_grants' };

/**
 * Makes the admin's roles, and keeps them at what Lumino wants. What an administrator changed by hand stays, and is named
 * in the log where Lumino would have it otherwise by now. Every start may do this; the second does nothing.
 */
export async function keepRoles(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'lumino' });
  const stored = (await store.get(KEPT)) as Record<string, Grant[]> | null;
  if (!stored) await removeStrapisRoles(strapi);
  const given: Record<string, Grant[]> = { ...stored };
  for (const role of ROLES) given[role.code] = await keepRole(strapi, role, given[role.code] ?? null);
  if (JSON.stringify(given) !== JSON.stringify(stored)) await store.set({ ...KEPT, value: given });
}

async function keepRole(
  strapi: Core.Strapi,
  { code, name, description, grants }: RoleOfLumino,
  given: Grant[] | null,
): Promise<Grant[]> {
  const services = strapi.admin.services as Record<string, any>;
  const known = new Set<string>(services.permission.actionProvider.keys());
  // A plugin that is not installed has no actions.
  const wanted = grants(strapi).filter(({ action }) => known.has(action));
  let role = await services.role.findOne({ code });
  const isNew = !role;
  if (!role) {
    if (given) strapi.log.warn(`The role ${name} was gone and was made again`);
    role = await strapi.db.query('admin::role').create({ data: { code, name, description } });
  }

  const rows: (Grant & { id: number })[] = await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { id: role.id } } });
  const current = rows.map(({ action, subject, conditions, properties }) => ({
    action,
    subject: subject ?? null,
    conditions: conditions ?? [],
    properties: properties ?? {},
  }));
  const { give, take, left } = mergeGrants({ given: isNew ? [] : given, current, wanted }, (subject) =>
    fieldsOf(strapi, subject),
  );

  const replaced = new Set([...give, ...take].map(keyOf));
  const ids = rows.filter((row) => replaced.has(keyOf(row))).map(({ id }) => id);
  if (ids.length > 0) await services.permission.deleteByIds(ids);
  if (give.length > 0) await services.role.addPermissions(role.id, give);
  if (!isNew && give.length + take.length > 0)
    strapi.log.info(
      `The role ${name} now has what this version of Lumino gives it: ${named([...give, ...take])}`,
    );
  if (left.length > 0)
    strapi.log.warn(
      `The role ${name} was changed by hand and stays so, though Lumino would give it something else: ${named(left)}. ` +
        'See Settings → Roles.',
    );
  // What was left alone is compared with the same again, and so told again, at each start.
  const leftAlone = new Set(left.map(keyOf));
  return [
    ...wanted.filter((grant) => !leftAlone.has(keyOf(grant)) || given === null),
    ...(given ?? []).filter((grant) => leftAlone.has(keyOf(grant))),
  ];
}

const named = (grants: Pick<Grant, 'action' | 'subject'>[]): string => grants.map(keyOf).join(', ');

async function removeStrapisRoles(strapi: Core.Strapi): Promise<void> {
  const { role: roles } = strapi.admin.services as Record<string, any>;
  for (const code of OF_STRAPI) {
    const role = await roles.findOne({ code });
    if (!role || (await roles.getUsersCount(role.id)) > 0) continue;
    await roles.deleteByIds([role.id]);
    strapi.log.info(
      `Strapi's own role ${role.name} was removed: nobody has it, and it may do what Lumino's may not`,
    );
  }
}
