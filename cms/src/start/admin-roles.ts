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
export const TEACHES_CERTIFIED = 'api::teaches-certified';
export const TEACHES_DELIVERED = 'api::teaches-delivered';

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

/** Everything with the module certificates of the modules one teaches. */
const CERTIFICATES: Grant[] = ['read', 'issue', 'resend', 'revoke', 'correct', 'export'].map((verb) => ({
  action: `plugin::certificates.${verb}`,
  conditions: [TEACHES_CERTIFIED],
}));

/** The mails that carry them. To another address sends only who sees everybody's. */
const DELIVERIES: Grant[] = ['read', 'resend', 'cancel'].map((verb) => ({
  action: `plugin::deliveries.${verb}`,
  conditions: [TEACHES_DELIVERED],
}));

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
    later: [
      { batch: 'certificates', grants: CERTIFICATES },
      { batch: 'deliveries', grants: DELIVERIES },
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
    later: [],
  },
];

/**
 * Makes the admin's roles where they are missing; one that is there is the administrator's and stays as it is. What came
 * to Lumino after a role was made is given to it once, so that an administrator who takes it away again is obeyed.
 */
export async function ensureAdminRoles(strapi: Core.Strapi): Promise<void> {
  const { role: roles } = strapi.admin.services as Record<string, any>;
  const store = strapi.store({ type: 'core', name: 'lumino' });
  const given = ((await store.get({ key: 'given_permissions' })) ?? []) as string[];
  for (const { code, name, description, grants: grantsOf, later } of ROLES) {
    let role = await roles.findOne({ code });
    if (!role) {
      role = await strapi.db.query('admin::role').create({ data: { code, name, description } });
      await give(strapi, role.id, grantsOf(strapi));
    }
    for (const { batch, grants: batchGrants } of later) {
      const key = `${code}/${batch}`;
      if (given.includes(key)) continue;
      await give(strapi, role.id, batchGrants);
      given.push(key);
    }
  }
  await store.set({ key: 'given_permissions', value: given });
}

/** Adds permissions, apart from those whose plugin is not there. */
async function give(strapi: Core.Strapi, roleId: number, granted: Grant[]): Promise<void> {
  const { role: roles, permission: permissions } = strapi.admin.services as Record<string, any>;
  const known = new Set<string>(permissions.actionProvider.keys());
  await roles.addPermissions(
    roleId,
    granted
      .filter(({ action }) => known.has(action))
      .map((grant) => ({ conditions: [], properties: {}, ...grant })),
  );
}
