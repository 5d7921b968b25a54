import type { Core } from '@strapi/types';
import type { Locale } from '../../../shared/contracts/outline';
import type { LeftOut, TransferReport } from '../../../shared/contracts/transfer';
import type { ContentAccess, Verb } from '../access/content-access';
import { UID, type AuthoredUid } from '../constants';
import { transferError } from './archive-error';

interface Order {
  folder: string;
  /** Null for the one that the archive names. */
  code: string | null;
  locale: Locale;
  publish: boolean;
}
type Progress = (done: number, total: number, title: string) => void;
type Report = Omit<TransferReport, 'moduleKey' | 'code'> & { moduleId: string };

/**
 * What is to be done with an unfolded archive, once the user may do it.
 * @throws 400 with a reason, ForbiddenError (403) for a module that is not the user's or would be new and may not be made
 */
export async function prepareImport(
  strapi: Core.Strapi,
  access: ContentAccess,
  { folder, code: wanted, locale, publish }: Order,
): Promise<(onProgress: Progress) => Promise<TransferReport>> {
  const packages = strapi.service('api::module.course-package' as never) as any;
  const about = await packages.describe(folder).catch((error: Error & { path?: string; detail?: string }) => {
    throw transferError('unreadable', error.path ?? null, error.detail ?? '');
  });
  const code: string | null = wanted ?? about?.code ?? null;
  if (!code) throw transferError('code-missing');
  await demandModule(strapi, access, code, publish);
  return async (onProgress) => {
    const report: Report = about
      ? await packages.import({ folder, code, publish, onProgress })
      : await (strapi.service('api::module.course-import' as never) as any).import({
          ...{ folder, code, locale, publish, onProgress },
        });
    const { moduleId, ...counts } = report;
    return { ...counts, moduleKey: moduleId, code };
  };
}

/** Whether the user may write this module and its lessons, and make them where they are not there. */
async function demandModule(
  strapi: Core.Strapi,
  access: ContentAccess,
  code: string,
  publish: boolean,
): Promise<void> {
  const rows = await strapi.db.query(UID.module).findMany({ where: { code }, select: ['documentId'] });
  const moduleKeys = [...new Set(rows.map((row) => row.documentId as string))];
  const all = (verbs: Verb[], uid: AuthoredUid, row: object) =>
    verbs.forEach((verb) => access.demand(verb, uid, row));
  if (moduleKeys.length === 0) all(['create'], UID.module, {});
  for (const documentId of moduleKeys) all(['read', 'update'], UID.module, { documentId });
  for (const moduleKey of moduleKeys.length > 0 ? moduleKeys : [''])
    all(['create', 'update'], UID.lesson, { moduleKey });
  if (!publish) return;
  for (const documentId of moduleKeys.length > 0 ? moduleKeys : ['']) {
    all(['publish'], UID.module, { documentId });
    all(['publish'], UID.lesson, { moduleKey: documentId });
  }
}

/** Files of an archive that were not taken, as the report has them. */
export const leftOut = (paths: string[]): LeftOut[] =>
  paths.map((path) => ({ kind: 'unknown-kind', path, address: path }));
