import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { ISSUE_RUN, ISSUE_RUN_ITEM } from '../../constants';
import { obstacle } from '../../errors';
import type { Access } from '../access';
import { writeAudit, type Actor } from '../audit';
import { enqueueRun } from './run-job';

/** Whoever started it, or may issue what it issues: a run over every subject is nobody else's, unless they may issue all. */
export const mayRun = (access: Access, actor: Actor, row: any): boolean =>
  row.startedByKey === actor.key ||
  access.may('issue', { source: row.source, kind: row.kind, subject: row.subject ?? null });

/** A run, for somebody whose business it is. @throws NotFoundError */
export async function findRun(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  documentId: string,
): Promise<any> {
  const row = await strapi.db.query(ISSUE_RUN).findOne({ where: { documentId } });
  if (row && mayRun(access, actor, row)) return row;
  throw new errors.NotFoundError(`There is no run ${documentId}`);
}

/** Stops a run after the certificate it is at; what is issued stays issued. @throws 409 `already-finished` */
export async function cancelRun(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  id: string,
): Promise<void> {
  await findRun(strapi, access, actor, id);
  await strapi.db.transaction(async () => {
    const { count } = await strapi.db.query(ISSUE_RUN).updateMany({
      where: { documentId: id, cancelledAt: null, finishedAt: null },
      data: { cancelledAt: new Date().toISOString() },
    });
    if (count === 0) throw obstacle('already-finished', `Run ${id} does not run any more`);
    await writeAudit(strapi, actor, { action: 'run-cancelled', runKey: id });
  });
}

/**
 * Goes on with a run that was cancelled, and tries once more what failed. @throws 409 `still-running`, `nothing-to-do`
 */
export async function resumeRun(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  id: string,
): Promise<void> {
  await findRun(strapi, access, actor, id);
  await strapi.db.transaction(async ({ trx }) => {
    const { count } = await strapi.db.query(ISSUE_RUN).updateMany({
      where: {
        documentId: id,
        $or: [{ cancelledAt: { $notNull: true } }, { finishedAt: { $notNull: true } }],
      },
      data: { cancelledAt: null, finishedAt: null },
    });
    if (count === 0) throw obstacle('still-running', `Run ${id} is running`);
    await strapi.db
      .query(ISSUE_RUN_ITEM)
      .updateMany({ where: { runKey: id, outcome: 'failed' }, data: { outcome: null, reason: null } });
    const next = await strapi.db
      .query(ISSUE_RUN_ITEM)
      .findOne({ where: { runKey: id, outcome: null }, orderBy: { position: 'asc' } });
    if (!next) throw obstacle('nothing-to-do', `Run ${id} has nothing left to do`);
    await writeAudit(strapi, actor, { action: 'run-resumed', runKey: id });
    await enqueueRun(strapi, id, next.position, trx);
  });
}
