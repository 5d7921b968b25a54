import type { Core } from '@strapi/types';
import type { Grant } from './merge-grants';
import {
  OWN_MEDIA,
  TEACHES_CERTIFIED,
  TEACHES_DELIVERED,
  TEACHES_ENROLLED,
  TEACHES_ENROLLMENT,
  TEACHES_LESSON,
  TEACHES_MODULE,
} from './teaching-conditions';

const CONTENT = 'plugin::content-manager.explorer';
const MODULE = 'api::module.module';
const LESSON = 'api::lesson.lesson';
const LOCALES = ['en', 'es'];
const ALL = ['create', 'read', 'update', 'delete', 'publish'];
const NO_FIELDS = ['delete', 'publish'];

/** Every field of a content type, as the admin's permissions list them. */
export function fieldsOf(strapi: Core.Strapi, subject: string): string[] {
  const contentType = (strapi.contentTypes as any)[subject];
  if (!contentType) return [];
  const service = strapi.admin.services['content-type'] as any;
  return service.getNestedFields(contentType, { components: strapi.components, nestingLevel: 3 });
}

/** @param without fields that are not for this role to write; to read them it may. */
function onContent(
  strapi: Core.Strapi,
  subject: string,
  actions: string[],
  { condition, without = [] }: { condition?: string; without?: string[] } = {},
): Grant[] {
  const localised = Boolean((strapi.contentTypes as any)[subject]?.pluginOptions?.i18n?.localized);
  const fields = fieldsOf(strapi, subject);
  return actions.map((action) => ({
    action: `${CONTENT}.${action}`,
    subject,
    conditions: condition ? [condition] : [],
    properties: {
      ...(NO_FIELDS.includes(action)
        ? {}
        : { fields: action === 'read' ? fields : fields.filter((one) => !without.includes(one)) }),
      ...(localised ? { locales: LOCALES } : {}),
    },
  }));
}

const plain = (plugin: string, verbs: string[], condition?: string): Grant[] =>
  verbs.map((verb) => ({
    action: `plugin::${plugin}.${verb}`,
    subject: null,
    conditions: condition ? [condition] : [],
    properties: {},
  }));

/** The media library. Nothing is changed, nor deleted, that the condition does not cover. */
const media = (condition?: string): Grant[] => [
  ...plain('upload', ['read', 'assets.update', 'assets.download', 'assets.copy-link'], condition),
  ...plain('upload', ['assets.create', 'configure-view']),
];

export interface RoleOfLumino {
  code: string;
  name: string;
  description: string;
  grants(strapi: Core.Strapi): Grant[];
}

/** The admin's roles, beside Strapi's own super admin. */
export const ROLES: RoleOfLumino[] = [
  {
    code: 'lumino-teacher',
    name: 'Teacher',
    description: 'Teaches modules: their lessons, students and marks, and nobody else’s',
    grants: (strapi) => [
      // Who teaches a module is not for its teacher to say, and lessons are put into it one by one.
      ...onContent(strapi, MODULE, ['read', 'update', 'publish'], {
        condition: TEACHES_MODULE,
        without: ['teacher', 'lessons'],
      }),
      ...onContent(strapi, LESSON, ALL, { condition: TEACHES_LESSON }),
      ...onContent(strapi, 'api::enrollment.enrollment', ['read'], { condition: TEACHES_ENROLLMENT }),
      // Marks are entered in the gradebook; here they can be looked up.
      ...onContent(strapi, 'api::grade.grade', ['read'], { condition: TEACHES_ENROLLED }),
      ...onContent(strapi, 'api::lesson-progress.lesson-progress', ['read'], { condition: TEACHES_ENROLLED }),
      ...media(OWN_MEDIA),
      ...plain('authoring', ['author']),
      ...plain('gradebook', ['grade']),
      ...plain('certificates', ['read', 'issue', 'resend', 'revoke', 'correct', 'export'], TEACHES_CERTIFIED),
      // To another address sends only who sees everybody's.
      ...plain('deliveries', ['read', 'resend', 'cancel'], TEACHES_DELIVERED),
    ],
  },
  {
    code: 'lumino-editor',
    name: 'Editor',
    description: 'Authors modules and lessons; sees no marks',
    grants: (strapi) => [
      ...onContent(strapi, MODULE, ALL),
      ...onContent(strapi, LESSON, ALL),
      ...onContent(strapi, 'api::teacher-profile.teacher-profile', ['create', 'read', 'update', 'delete']),
      ...plain('authoring', ['author']),
      ...media(),
    ],
  },
  {
    // Issuing and correcting show marks, so they are not among these.
    code: 'lumino-registrar',
    name: 'Registrar',
    description: 'Looks after certificates and the mails that carry them; sees no gradebook',
    grants: () => [
      ...plain('certificates', ['read', 'resend', 'revoke', 'export']),
      ...plain('deliveries', ['read', 'resend', 'cancel', 'readdress']),
    ],
  },
];
