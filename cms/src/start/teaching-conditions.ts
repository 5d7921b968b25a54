import type { Core } from '@strapi/types';
import { GRADES } from '../certificates/grades-source';

interface AdminUser {
  id: number;
}

/**
 * What ties a teacher to their own modules (L3, M6): each condition is a query that the admin adds to everything a role
 * with it reads or writes. `-1` stands for nobody, so that a teacher without a profile sees nothing rather than all.
 */
export function registerTeachingConditions(strapi: Core.Strapi): void {
  const moduleKeysOf = async (user: AdminUser): Promise<string[]> => {
    const rows = await strapi.db.query('api::module.module').findMany({
      where: { teacher: { adminUserKey: String(user.id) } },
      select: ['documentId'],
    });
    const keys = [...new Set(rows.map((row) => row.documentId as string))];
    return keys.length > 0 ? keys : ['-'];
  };
  const moduleCodesOf = async (moduleKeys: string[]): Promise<string[]> => {
    const rows = await strapi.db.query('api::module.module').findMany({
      where: { documentId: { $in: moduleKeys } },
      select: ['code'],
    });
    const codes = [...new Set(rows.map((row) => row.code as string))];
    return codes.length > 0 ? codes : ['-'];
  };

  const conditions = [
    {
      name: 'teaches-module',
      displayName: 'Teaches the module',
      handler: async (user: AdminUser) => ({ documentId: { $in: await moduleKeysOf(user) } }),
    },
    {
      name: 'teaches-lesson',
      displayName: 'Teaches the module of the lesson',
      handler: async (user: AdminUser) => ({ moduleKey: { $in: await moduleKeysOf(user) } }),
    },
    {
      name: 'teaches-enrollment',
      displayName: 'Teaches the module of the enrollment',
      handler: async (user: AdminUser) => ({ moduleKey: { $in: await moduleKeysOf(user) } }),
    },
    {
      // A grade certificate has marks of other people's modules in it, so it is none of a teacher's. The code says what is
      // still to be issued, and what was issued before the module's key was kept; a code may change hands.
      name: 'teaches-certified',
      displayName: 'Teaches the module of the certificate',
      handler: async (user: AdminUser) => {
        const moduleKeys = await moduleKeysOf(user);
        return {
          source: GRADES,
          kind: 'module',
          $or: [
            { subjectKey: { $in: moduleKeys } },
            { subjectKey: { $exists: false }, subject: { $in: await moduleCodesOf(moduleKeys) } },
          ],
        };
      },
    },
    {
      name: 'teaches-delivered',
      displayName: 'Teaches the module that the mail is about',
      handler: async (user: AdminUser) => ({ subjectKey: { $in: await moduleKeysOf(user) } }),
    },
  ];
  for (const condition of conditions) {
    strapi.admin.services.permission?.conditionProvider.register({
      ...condition,
      category: 'Lumino',
    } as never);
  }
}
