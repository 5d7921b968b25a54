import type { Core } from '@strapi/types';
import { ACTIONS, type Verb } from '../../../shared/permissions';
import { DELIVERY } from '../constants';

type Where = Record<string, unknown>;

export interface Access {
  /** Where-clause over deliveries: those that the user may do this with; matches nothing where there are none. */
  where(verb: Verb): Where;
  /** Whether the user may do this with every delivery, whatever it is about. */
  mayAll(verb: Verb): boolean;
  /** Whether the user may do something else of the admin, such as read certificates. */
  can(action: string): boolean;
}

const NOTHING = { id: -1 };

/**
 * What one admin user may do with which mails. The conditions of their roles decide, not the plugin: an application that
 * wants teachers to see their own registers a condition on `subjectKey` and grants the actions with it. A permission
 * without a condition is for all mails.
 */
export function accessOf(strapi: Core.Strapi, ability: unknown): Access {
  const where = (verb: Verb): Where =>
    (strapi.admin.services.permission as any)
      .createPermissionsManager({ ability, action: ACTIONS[verb], model: DELIVERY })
      .getQuery() ?? NOTHING;
  return {
    where,
    mayAll: (verb) => Object.keys(where(verb)).length === 0,
    can: (action) => (ability as { can(action: string): boolean }).can(action),
  };
}
