import type { Core } from '@strapi/types';
import type { Subject } from '../../../shared/contracts/administration';
import type { Kind } from '../../../shared/contracts/certificate';
import type { Source } from '../intake/source';
import type { Access } from './access';

/** What certificates can be about. */
export interface About {
  /** The key of the source. */
  source: string;
  kind: Kind;
  subject: string | null;
}

type SourceAdministration = NonNullable<Source['administration']>;

/** @returns null for a source that cannot list recipients, and for one that is not registered (any more). */
export function administrationOf(strapi: Core.Strapi, key: string): SourceAdministration | null {
  const sources: Source[] = strapi.plugin('certificates').service('extensions').sources();
  return sources.find((source) => source.key === key)?.administration ?? null;
}

/** The source that is meant where none is named. */
export const withSource = <Given extends { source?: string | null | undefined }>(
  strapi: Core.Strapi,
  given: Given,
): Given & { source: string } => {
  const [first]: Source[] = strapi.plugin('certificates').service('extensions').sources();
  return { ...given, source: given.source ?? first?.key ?? '' };
};

/** What this user may look at or issue. */
export async function listSubjects(
  strapi: Core.Strapi,
  access: Access,
  language: string,
): Promise<Subject[]> {
  const sources: Source[] = strapi.plugin('certificates').service('extensions').sources();
  const lists = await Promise.all(
    sources.map(async ({ key, administration }) =>
      ((await administration?.subjects(language)) ?? []).map((about) => ({ source: key, ...about })),
    ),
  );
  return lists
    .flat()
    .filter((about) => access.may('read', about))
    .map((about) => ({ ...about, mayIssue: access.may('issue', about) }));
}
