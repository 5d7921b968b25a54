import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Source } from './source';

/**
 * Looks at the certificates a saved document is about. Hands over ids, nothing else; whoever is not eligible is no error
 * here, and a failure never reaches the person who saved.
 */
export function watchDocuments(strapi: Core.Strapi, source: Source): void {
  const actionsOf = new Map(source.watch.map(({ uid, actions }) => [uid, actions as string[]]));
  strapi.documents.use(async (context, next) => {
    const result = await next();
    const documentId = (result as { documentId?: string } | null)?.documentId;
    if (documentId && actionsOf.get(context.uid)?.includes(context.action)) {
      // After the commit, if there is a transaction: nothing is issued for a mark that was rolled back.
      strapi.db.transaction(({ onCommit }) => {
        onCommit(() => void look(strapi, source, context.uid, documentId));
        return Promise.resolve();
      });
    }
    return result;
  });
}

async function look(strapi: Core.Strapi, source: Source, uid: string, documentId: string): Promise<void> {
  try {
    for (const request of await source.affected(uid, documentId)) {
      await strapi.plugin('certificates').service('issuance').issue(request);
    }
  } catch (error) {
    if (error instanceof errors.ForbiddenError) return;
    strapi.log.error(
      `certificates: source "${source.key}", ${uid} ${documentId}: ${(error as Error).message}`,
    );
  }
}
