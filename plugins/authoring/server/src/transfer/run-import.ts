import type { Core } from '@strapi/types';
import type { Locale } from '../../../shared/contracts/outline';
import type { CourseProblem, TransferLine } from '../../../shared/contracts/transfer';
import type { ContentAccess } from '../access/content-access';
import { leftOut, prepareImport } from './import-course';
import { openArchive } from './open-archive';

interface Order {
  archive: string;
  /** An empty folder, to unfold it in. */
  into: string;
  code: string | null;
  locale: Locale;
  publish: boolean;
  access: ContentAccess;
}

/**
 * Opens an archive and finds out whether its import may begin. @returns what imports it and tells how far it is, line by
 * line: the last one is the report or the problem.
 * @throws 400 with a reason, 403
 */
export async function importCourse(
  strapi: Core.Strapi,
  { archive, into, access, ...order }: Order,
): Promise<(tell: (line: TransferLine) => void) => Promise<void>> {
  const { folder, others } = await openArchive(archive, into);
  const write = await prepareImport(strapi, access, { folder, ...order });
  return async (tell) => {
    try {
      const report = await write((done, total, title) => tell({ progress: { done, total, title } }));
      tell({ report: { ...report, problems: [...leftOut(others), ...report.problems] } });
    } catch (error) {
      const {
        kind,
        path = null,
        detail = '',
      } = error as { kind?: CourseProblem; path?: string; detail?: string };
      if (!kind) strapi.log.error(`An import failed: ${(error as Error).stack}`);
      tell({ problem: { reason: kind ?? 'failed', path, detail: kind ? detail : '' } });
    }
  };
}
