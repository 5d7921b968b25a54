import type { Core } from '@strapi/types';

const CONTENT = 'plugin::content-manager.explorer';
const MODULE = 'api::module.module';
const LESSON = 'api::lesson.lesson';

interface Grant {
  action: string;
  subject?: string;
  conditions?: string[];
  properties?: Record<string, unknown>;
}

export const TEACHES_MODULE = 'api::teaches-module';
export const TEACHES_LESSON = 'api::teaches-lesson';
export const TEACHES_ENROLLMENT = 'api::teaches-enrollment';

const LOCALES = ['en', 'es'];

/** Every field of a content type, as the admin's permissions list them. */
function grants(strapi: Core.Strapi, subject: string, actions: string[], conditions: string[] = []): Grant[] {
  const service = strapi.admin.services['content-type'] as any;
  const contentType = (strapi.contentTypes as any)[subject];
  const fields = service.getNestedFields(contentType, { components: strapi.components, nestingLevel: 3 });
  const localised = Boolean(contentType.pluginOptions?.i18n?.localized);
  return actions.map((action) => ({
    action: `${CONTENT}.${action}`,
    subject,
    conditions,
    properties: {
      ...(action === 'delete' || action === 'publish' ? {} : { fields }),
      ...(localised ? { locales: LOCALES } : {}),
    },
  }));
}

const MEDIA: Grant[] = [
  'read',
  'assets.create',
  'assets.update',
  'assets.download',
  'assets.copy-link',
  'configure-view',
].map((action) => ({ action: `plugin::upload.${action}` }));

const ALL = ['create', 'read', 'update', 'delete', 'publish'];

const ROLES = [
  {
    code: 'lumino-teacher',
    name: 'Teacher',
    description: 'Teaches modules: their lessons, students and marks, and nobody else’s',
    grants: (strapi: Core.Strapi): Grant[] => [
      ...grants(strapi, MODULE, ['read', 'update', 'publish'], [TEACHES_MODULE]),
      ...grants(strapi, LESSON, ALL, [TEACHES_LESSON]),
      ...grants(strapi, 'api::enrollment.enrollment', ['read'], [TEACHES_ENROLLMENT]),
      ...MEDIA,
      { action: 'plugin::gradebook.grade' },
    ],
  },
  {
    code: 'lumino-editor',
    name: 'Lumino editor',
    description: 'Authors modules and lessons; sees no marks',
    grants: (strapi: Core.Strapi): Grant[] => [
      ...grants(strapi, MODULE, ALL),
      ...grants(strapi, LESSON, ALL),
      ...grants(strapi, 'api::teacher-profile.teacher-profile', ['create', 'read', 'update', 'delete']),
      ...MEDIA,
    ],
  },
];

/** Makes the admin's roles where they are missing; one that is there is the administrator's and stays as it is. */
export async function ensureAdminRoles(strapi: Core.Strapi): Promise<void> {
  const { role: roles, permission: permissions } = strapi.admin.services as Record<string, any>;
  for (const { code, name, description, grants: grantsOf } of ROLES) {
    if (await roles.findOne({ code })) continue;
    const role = await strapi.db.query('admin::role').create({ data: { code, name, description } });
    const known = new Set<string>(permissions.actionProvider.keys());
    await roles.addPermissions(
      role.id,
      grantsOf(strapi)
        .filter(({ action }) => known.has(action))
        .map((grant) => ({ conditions: [], properties: {}, ...grant })),
    );
  }
}
