import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { ISSUE_RUN, ISSUE_RUN_ITEM } from '../../constants';
import { obstacle } from '../../errors';
import type { Access } from '../access';
import { writeAudit, type Actor } from '../audit';
import { readyRecipients } from '../backlog';
import { checkMayIssue } from '../preview';
import { administrationOf, type About } from '../subjects';
import { enqueueRun } from './run-job';

interface Item {
  recipientKey: string;
  /** Where it is not the run's. */
  subject?: string | null;
}

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
  { recipientKeys, ...about }: About & { recipientKeys: string[] | 'everybody' },
): Promise<string> {
  const items =
    recipientKeys === 'everybody'
      ? await readyRecipients(strapi, access, about)
      : await chosenRecipients(strapi, access, about, recipientKeys);
  if (items.length === 0) throw obstacle('nothing-to-do', 'Nobody who could get it was chosen');

  return strapi.db.transaction(async ({ trx }) => {
    const run = await strapi.documents(ISSUE_RUN).create({
      data: {
        ...about,
        startedBy: actor.name,
        startedByKey: actor.key,
        startedAt: new Date().toISOString(),
        total: items.length,
      } as never,
    });
    const runKey = run.documentId;
    await insertItems(strapi, trx, runKey, items);
    await writeAudit(strapi, actor, {
      action: 'run-started',
      runKey,
      details: { ...about, total: items.length },
    });
    await enqueueRun(strapi, runKey, 0, trx);
    return runKey;
  });
}

/** One statement for all of them: Strapi's own way takes most of the time that whoever clicked waits. */
async function insertItems(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  runKey: string,
  items: Item[],
): Promise<void> {
  await trx.raw(
    `insert into ?? (run_key, position, recipient_key, subject, created_at, updated_at)
     select ?, place - 1, recipient_key, subject, now(), now()
     from unnest(?::text[], ?::text[]) with ordinality as item (recipient_key, subject, place)`,
    [
      strapi.db.metadata.get(ISSUE_RUN_ITEM).tableName,
      runKey,
      items.map(({ recipientKey }) => recipientKey),
      items.map(({ subject }) => subject ?? null),
    ],
  );
}

async function chosenRecipients(
  strapi: Core.Strapi,
  access: Access,
  about: About,
  recipientKeys: string[],
): Promise<Item[]> {
  checkMayIssue(access, about);
  const { source, kind, subject } = about;
  const candidates = new Set(await administrationOf(strapi, source)?.candidates(kind, subject));
  return [...new Set(recipientKeys)]
    .filter((recipientKey) => candidates.has(recipientKey))
    .map((recipientKey) => ({ recipientKey }));
}
