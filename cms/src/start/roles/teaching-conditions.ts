import type { Core } from '@strapi/types';
import { GRADES } from '../../certificates/grades-source';
import { mediaTaughtWith } from './media-taught-with';

export const TEACHES_MODULE = 'api::teaches-module';
export const TEACHES_LESSON = 'api::teaches-lesson';
export const TEACHES_ENROLLMENT = 'api::teaches-enrollment';
export const TEACHES_ENROLLED = 'api::teaches-enrolled';
export const TEACHES_CERTIFIED = 'api::teaches-certified';
export const TEACHES_DELIVERED = 'api::teaches-delivered';
export const OWN_MEDIA = 'api::own-media';

interface AdminUser {
  id: number;
}

/**
 * What ties a teacher to their own modules (L3, M6): each condition is a query that the admin adds to everything a role
 * with it reads or writes. `-` stands for nothing, so that a teacher without a profile sees nothing rather than all.
 */
export function registerTeachingConditions(strapi: Core.Strapi): void {
  const readModuleKeys = async (user: AdminUser): Promise<string[]> => {
    const rows = await strapi.db.query('api::module.module').findMany({
      where: { teacher: { adminUserKey: String(user.id) } },
      select: ['documentId'],
    });
    const keys = [...new Set(rows.map((row) => row.documentId as string))];
    return keys.length > 0 ? keys : ['-'];
  };
  // Strapi asks the conditions of every permission in each request, whatever it is about.
  const asked = new WeakMap<object, Promise<string[]>>();
  const moduleKeysOf = (user: AdminUser): Promise<string[]> => {
    const request = strapi.requestContext.get();
    if (!request) return readModuleKeys(user);
    const keys = asked.get(request) ?? readModuleKeys(user);
    asked.set(request, keys);
    return keys;
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
      // Grades and progress: they know the module by their enrollment.
      name: 'teaches-enrolled',
      displayName: 'Teaches the module of the grade or the progress',
      handler: async (user: AdminUser) => ({ 'enrollment.moduleKey': { $in: await moduleKeysOf(user) } }),
    },
    {
      name: 'own-media',
      displayName: 'Uploaded the file, or teaches a module that shows it',
      handler: async (user: AdminUser) => ({
        $or: [
          { 'createdBy.id': user.id },
          { id: { $in: await mediaTaughtWith(strapi, user.id, await moduleKeysOf(user)) } },
        ],
      }),
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
