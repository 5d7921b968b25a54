import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { FactsRequest, Source } from './source';

/**
 * Looks at the certificates a saved document is about. Hands over ids, nothing else; whoever is not eligible is no error
 * here, and a failure never reaches the person who saved.
 */
export function watchDocuments(strapi: Core.Strapi, sources: Source[]): void {
  const watching = (uid: string, action: string): Source[] =>
    sources.filter(({ watch }) =>
      watch.some((one) => one.uid === uid && (one.actions as string[]).includes(action)),
    );
  strapi.documents.use(async (context, next) => {
    const result = await next();
    const documentId = (result as { documentId?: string } | null)?.documentId;
    const concerned = documentId ? watching(context.uid, context.action) : [];
    if (documentId && concerned.length > 0) {
      // After the commit, if there is a transaction: nothing is issued for a mark that was rolled back.
      strapi.db.transaction(({ onCommit }) => {
        for (const source of concerned) onCommit(() => void look(strapi, source, context.uid, [documentId]));
        return Promise.resolve();
      });
    }
    return result;
  });
}

/** For an application that writes many watched documents at once, without the document service. */
export const createIntake = (strapi: Core.Strapi) => ({
  /** Looks at them one after the other. Call it after the commit; it never throws. */
  async changed(uid: string, documentIds: string[]): Promise<void> {
    const sources: Source[] = strapi.plugin('certificates').service('extensions').sources();
    for (const source of sources.filter(({ watch }) => watch.some((one) => one.uid === uid)))
      await look(strapi, source, uid, documentIds);
  },
});

async function look(strapi: Core.Strapi, source: Source, uid: string, documentIds: string[]): Promise<void> {
  const report = (error: Error): void => {
    if (error instanceof errors.ForbiddenError) return;
    strapi.log.error(`certificates: source "${source.key}", ${uid}: ${error.message}`);
  };
  try {
    for (const request of await affectedBy(source, uid, documentIds))
      await strapi
        .plugin('certificates')
        .service('issuance')
        .issue({ ...request, source: source.key }, { asked: 'automatic' })
        .catch(report);
  } catch (error) {
    report(error as Error);
  }
}

async function affectedBy(source: Source, uid: string, documentIds: string[]): Promise<FactsRequest[]> {
  if (source.affectedByMany) return source.affectedByMany(uid, documentIds);
  const requests: FactsRequest[] = [];
  for (const documentId of documentIds) requests.push(...(await source.affected(uid, documentId)));
  return requests;
}
