import type { Core } from '@strapi/types';
import { CERTIFICATE, TASKS } from '../constants';
import { certificateDelivery } from '../delivery/delivery-keys';
import { postCertificate } from '../delivery/post-certificate';
import { requestOf } from '../extensions/request-of';

const BATCH = 1000;
const UNIQUE_VIOLATION = '23505';

/**
 * Gives a job to whatever is not done and has none: after a crash between two steps, after a restore, after somebody
 * emptied the queue's tables. The rows are the truth; jobs can always be made again.
 */
export async function reconcile(strapi: Core.Strapi): Promise<void> {
  const queue = strapi.plugin('jobs').service('queue');
  const unrendered = await strapi.db
    .query(CERTIFICATE)
    .findMany({ where: { renderedAt: null, revokedAt: null }, select: ['documentId'], limit: BATCH });
  for (const { documentId } of unrendered) {
    // What killed its process time after time waits for a person.
    if (await queue.isDead(TASKS.render, documentId)) continue;
    await queue.enqueue(TASKS.render, { certificateId: documentId }, { key: documentId });
  }
  await postMissing(strapi);
}

/** Writes the mail of a certificate that nobody was mailed and of which the ledger knows nothing. */
async function postMissing(strapi: Core.Strapi): Promise<void> {
  for (let after = 0; ;) {
    const rows = await strapi.db.query(CERTIFICATE).findMany({
      where: {
        id: { $gt: after },
        deliveredAt: null,
        storageKey: { $notNull: true },
        recipientKey: { $notNull: true },
        revokedAt: null,
        supersededAt: null,
      },
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    const keys = rows.map(({ documentId }) => certificateDelivery(documentId));
    const known = new Set<string>(await strapi.plugin('deliveries').service('ledger').knownAmong(keys));
    for (const row of rows)
      if (!known.has(certificateDelivery(row.documentId))) await postIfThere(strapi, row);
    if (rows.length < BATCH) return;
    after = Number(rows.at(-1)?.id);
  }
}

/** One that fails must not keep the others from being mailed; the next run tries it again. */
async function postIfThere(strapi: Core.Strapi, row: any): Promise<void> {
  try {
    const { recipient } = await strapi.plugin('certificates').service('issuance').facts(requestOf(row));
    await postCertificate(strapi, row, recipient.email);
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    // Its recipient has left, or another process was first.
    if (name !== 'NotFoundError' && code !== UNIQUE_VIOLATION)
      strapi.log.error(`certificates: ${row.documentId} is not mailed: ${message}`);
  }
}
