import type { Core } from '@strapi/types';
import { ACTIONS, type Verb } from '../../../shared/permissions';
import type { Kind } from '../../../shared/contracts/certificate';
import { CERTIFICATE } from '../constants';

/** What the conditions are asked about. */
interface Concerned {
  source: string;
  kind: Kind;
  subject: string | null;
  /** Where a certificate is there and its source gave one. */
  subjectKey?: string | null | undefined;
}

export interface Access {
  /** Where-clause over certificates: those that the user may do this with; matches nothing where there are none. */
  where(verb: Verb): Record<string, unknown>;
  /** Whether the user may do this with certificates about this subject, there or yet to come. */
  may(verb: Verb, about: Concerned): boolean;
}

/** Without an admin user: the commands of whoever runs the server. */
export const EVERYTHING: Access = { where: () => ({}), may: () => true };

const NOTHING = { id: -1 };

/**
 * What one admin user may do with which certificates. The conditions of their roles decide, not the plugin: an application
 * that wants teachers to see their own registers a condition on `source`, `kind`, `subject` and `subjectKey` and grants the actions
 * with it. A permission without a condition is for all certificates.
 */
export function accessOf(strapi: Core.Strapi, ability: unknown): Access {
  const managed = (verb: Verb) =>
    (strapi.admin.services.permission as any).createPermissionsManager({
      ability,
      action: ACTIONS[verb],
      model: CERTIFICATE,
    });
  return {
    where: (verb) => managed(verb).getQuery() ?? NOTHING,
    may: (verb, { source, kind, subject, subjectKey }) =>
      (ability as { can(action: string, about: unknown): boolean }).can(
        ACTIONS[verb],
        // `$exists` takes null for something that is there.
        managed(verb).toSubject({ source, kind, subject, ...(subjectKey ? { subjectKey } : {}) }),
      ),
  };
}
