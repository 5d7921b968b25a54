import type { Core } from '@strapi/types';
import { ISSUE_RUN, ISSUE_RUN_ITEM } from '../../constants';
import { obstacle } from '../../errors';
import type { Access } from '../access';
import { writeAudit, type Actor } from '../audit';
import { checkMayIssue, type About } from '../preview';
import { administrationOf } from '../subjects';
import { enqueueRun } from './run-job';

/** Items in one statement; PostgreSQL takes 65,535 values in one. */
const INSERT_BATCH = 2000;

/**
 * Writes the run, an item for each recipient, the audit and the job, all or none; the work itself is the worker's.
 * Whoever is no candidate any more is left out.
 *
 * @returns the run's documentId.
 * @throws NotFoundError; 409 `nothing-to-do`
 */
export async function startRun(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  { kind, subject, recipientKeys }: About & { recipientKeys: string[] },
): Promise<string> {
  checkMayIssue(access, { kind, subject });
  const candidates = new Set(await administrationOf(strapi)?.candidates(kind, subject));
  const chosen = [...new Set(recipientKeys)].filter((key) => candidates.has(key));
  if (chosen.length === 0) throw obstacle('nothing-to-do', 'Nobody who could get it was chosen');

  return strapi.db.transaction(async ({ trx }) => {
    const run = await strapi.documents(ISSUE_RUN).create({
      data: {
        kind,
        subject,
        startedBy: actor.name,
        startedByKey: actor.key,
        startedAt: new Date().toISOString(),
        total: chosen.length,
      } as never,
    });
    const runKey = run.documentId;
    for (let index = 0; index < chosen.length; index += INSERT_BATCH) {
      await strapi.db.query(ISSUE_RUN_ITEM).createMany({
        data: chosen
          .slice(index, index + INSERT_BATCH)
          .map((recipientKey, offset) => ({ runKey, recipientKey, position: index + offset })),
      });
    }
    await writeAudit(strapi, actor, {
      action: 'run-started',
      runKey,
      details: { kind, subject, total: chosen.length },
    });
    await enqueueRun(strapi, runKey, 0, trx);
    return runKey;
  });
}
