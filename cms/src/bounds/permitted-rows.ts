import type { Core, UID } from '@strapi/types';

export type ContentAction = 'read' | 'create' | 'update' | 'delete' | 'publish';

/** What an admin user may do, as Strapi's admin puts it into `ctx.state.userAbility`. */
export interface Ability {
  can(action: string, subject: unknown): boolean;
}

/** The content manager's name for it. */
export const onContent = (action: ContentAction): string => `plugin::content-manager.explorer.${action}`;

/** Whether the user may do this with any documents of the type at all. */
export const mayAtAll = (ability: Ability, action: string, uid: string): boolean => ability.can(action, uid);

/** Where-clause over the rows that the user may do this with; null for every row. Only for what they `mayAtAll`. */
export function permittedRows(
  strapi: Core.Strapi,
  ability: Ability,
  action: string,
  uid: string,
): Record<string, unknown> | null {
  const manager = (strapi.admin.services.permission as any).createPermissionsManager({
    ability,
    action,
    model: uid,
  });
  const query = manager.getQuery() as Record<string, unknown> | null;
  return query && Object.keys(query).length > 0 ? query : null;
}

/** The documents among these that are there, and out of the user's bounds in each of their versions. */
export async function outOfBounds(
  strapi: Core.Strapi,
  where: Record<string, unknown>,
  uid: string,
  documentIds: string[],
): Promise<string[]> {
  const rowsOf = async (filter: object): Promise<Set<string>> => {
    const rows = await strapi.db
      .query(uid as UID.ContentType)
      .findMany({ where: filter, select: ['documentId'] as never });
    return new Set(rows.map((row) => row.documentId as string));
  };
  const named = { documentId: { $in: documentIds } };
  const [there, permitted] = [await rowsOf(named), await rowsOf({ $and: [named, where] })];
  return [...there].filter((documentId) => !permitted.has(documentId));
}
