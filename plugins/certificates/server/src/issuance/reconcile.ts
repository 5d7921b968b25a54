import type { Core } from '@strapi/types';
import { CERTIFICATE, DELIVERY, TASKS } from '../constants';

/**
 * Gives a job to whatever is not done and has none: after a crash between two steps, after a restore, after somebody
 * emptied the queue's tables. The rows are the truth; jobs can always be made again.
 */
export async function reconcile(strapi: Core.Strapi): Promise<void> {
  const queue = strapi.plugin('jobs').service('queue');
  const unrendered = await strapi.db
    .query(CERTIFICATE)
    .findMany({ where: { renderedAt: null }, select: ['documentId'], limit: 1000 });
  for (const { documentId } of unrendered) {
    await queue.enqueue(TASKS.render, { certificateId: documentId }, { key: documentId });
  }
  const unsent = await strapi.db
    .query(DELIVERY)
    .findMany({ where: { sentAt: null, refusedAt: null }, select: ['certificateKey'], limit: 1000 });
  for (const { certificateKey } of unsent) {
    await queue.enqueue(TASKS.deliver, { certificateId: certificateKey }, { key: certificateKey });
  }
}
