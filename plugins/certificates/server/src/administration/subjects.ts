import type { Core } from '@strapi/types';
import type { Subject } from '../../../shared/contracts/administration';
import type { Source } from '../intake/source';
import type { Access } from './access';

export const administrationOf = (strapi: Core.Strapi): NonNullable<Source['administration']> | null => {
  const extensions = strapi.plugin('certificates').service('extensions');
  return extensions.hasSource() ? ((extensions.source() as Source).administration ?? null) : null;
};

/** What this user may look at or issue. */
export async function listSubjects(
  strapi: Core.Strapi,
  access: Access,
  language: string,
): Promise<Subject[]> {
  const all = (await administrationOf(strapi)?.subjects(language)) ?? [];
  return all
    .filter((about) => access.may('read', about))
    .map((about) => ({ ...about, mayIssue: access.may('issue', about) }));
}
