import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { BULK_PRIORITY, ISSUE_RUN, ISSUE_RUN_ITEM, TASKS } from '../../constants';
import { requestOf } from '../../extensions/request-of';
import type { Issued } from '../../issuance/issue';
import { writeAudit } from '../audit';

/** Items in one job: a run of any size never runs into a job's time limit, and other runs get their turn. */
const CHUNK = 100;

/** The key names the chunk, so that the next one can be asked for while this one still runs, and only once. */
export const enqueueRun = (strapi: Core.Strapi, runId: string, position: number, trx?: unknown) =>
  strapi
    .plugin('jobs')
    .service('queue')
    .enqueue(
      TASKS.issueRun,
      { runId },
      { key: `${runId}/${Math.floor(position / CHUNK)}`, priority: BULK_PRIORITY, trx },
    );

/**
 * Issues the next hundred of a run. May die anywhere and be run again: each item is settled in the transaction of its
 * certificate, and issuing the same facts twice gives one certificate.
 */
export async function workOnRun(strapi: Core.Strapi, runId: string, signal: AbortSignal): Promise<void> {
  const items = await strapi.db.query(ISSUE_RUN_ITEM).findMany({
    where: { runKey: runId, outcome: null },
    orderBy: { position: 'asc' },
    limit: CHUNK + 1,
  });
  for (const item of items.slice(0, CHUNK)) {
    signal.throwIfAborted();
    // Read each time: a cancel must be felt within one certificate.
    const run = await strapi.db.query(ISSUE_RUN).findOne({ where: { documentId: runId } });
    if (!run || run.cancelledAt || run.finishedAt) return;
    await settle(strapi, run, item);
  }
  const next = items[CHUNK];
  if (next) await enqueueRun(strapi, runId, next.position);
  else
    await strapi.db.query(ISSUE_RUN).updateMany({
      where: { documentId: runId, cancelledAt: null, finishedAt: null },
      data: { finishedAt: new Date().toISOString() },
    });
}

async function settle(strapi: Core.Strapi, run: any, item: any): Promise<void> {
  const runKey = run.documentId as string;
  const note = (outcome: string, more: { reason?: string; certificateKey?: string } = {}) =>
    strapi.db
      .query(ISSUE_RUN_ITEM)
      .updateMany({ where: { id: item.id, outcome: null }, data: { outcome, ...more } });
  const record = async ({ documentId, isNew }: Issued): Promise<void> => {
    await note(isNew ? 'issued' : 'unchanged', { certificateKey: documentId });
    if (!isNew) return;
    const actor = { key: run.startedByKey, name: run.startedBy };
    await writeAudit(strapi, actor, { action: 'issued', certificateKey: documentId, runKey });
  };
  if (!item.recipientKey) return void (await note('refused', { reason: 'recipient-gone' }));
  try {
    const { documentId } = await strapi
      .plugin('certificates')
      .service('issuance')
      .issue(
        requestOf({
          source: run.source,
          kind: run.kind,
          recipientKey: item.recipientKey,
          subject: item.subject ?? run.subject,
        }),
        { asked: 'staff', priority: BULK_PRIORITY, record },
      );
    // Where another request won the race, its certificate is the answer and nothing of ours was recorded.
    await note('unchanged', { certificateKey: documentId });
  } catch (error) {
    const { reason } = ((error as { details?: { reason?: string } }).details ?? {}) as { reason?: string };
    if (error instanceof errors.NotFoundError) await note('refused', { reason: 'recipient-gone' });
    else if (reason) await note('refused', { reason });
    else {
      strapi.log.error(`certificates: run ${runKey}, item ${item.position}: ${(error as Error).message}`);
      await note('failed', { reason: 'failed' });
    }
  }
}

/** Gives a job to each run that goes on and has none: after a crash, or when the queue's tables were emptied. */
export async function reconcileRuns(strapi: Core.Strapi): Promise<void> {
  const open = await strapi.db
    .query(ISSUE_RUN)
    .findMany({ where: { finishedAt: null, cancelledAt: null }, limit: 100 });
  for (const { documentId } of open) {
    const next = await strapi.db
      .query(ISSUE_RUN_ITEM)
      .findOne({ where: { runKey: documentId, outcome: null }, orderBy: { position: 'asc' } });
    await enqueueRun(strapi, documentId, next?.position ?? 0);
  }
}
