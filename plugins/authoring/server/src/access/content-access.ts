import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { LOCALES } from '../../../shared/contracts/outline';
import type { AuthoredUid } from '../constants';

export type Verb = 'read' | 'create' | 'update' | 'publish';
type Where = Record<string, unknown>;
const NOTHING = { id: -1 };

export interface ContentAccess {
  /** Where-clause over rows that the user may read; matches nothing where there are none. */
  readable(uid: AuthoredUid): Where;
  /** Whether the user may do this with this row, or with a new one that would be so; without `locale`: in all languages. */
  can(verb: Verb, uid: AuthoredUid, row: object): boolean;
  /** @throws ForbiddenError (403) where the user may not. */
  demand(verb: Verb, uid: AuthoredUid, row: object): void;
}

/**
 * What one admin user may do with modules and lessons: the same permissions and conditions that Strapi's own pages go by
 * (L3), so that a teacher has nothing but what they teach.
 */
export function contentAccess(strapi: Core.Strapi, userAbility: unknown): ContentAccess {
  const checker = (model: AuthoredUid) =>
    strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model });
  const can: ContentAccess['can'] = (verb, uid, row) => {
    const allowed = checker(uid).can[verb];
    if ('locale' in row) return allowed(row);
    // A role may be for some languages alone: to read, one will do; what is written is written in all.
    const inLocale = (locale: string): boolean => allowed({ ...row, locale });
    return verb === 'read' ? LOCALES.some(inLocale) : LOCALES.every(inLocale);
  };
  return {
    can,
    demand(verb, uid, row) {
      if (!can(verb, uid, row)) throw new errors.ForbiddenError('Your roles do not let you do this here');
    },
    readable: (uid) =>
      (strapi.admin.services.permission as any)
        .createPermissionsManager({
          ability: userAbility,
          action: 'plugin::content-manager.explorer.read',
          model: uid,
        })
        .getQuery() ?? NOTHING,
  };
}
