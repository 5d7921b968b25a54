import type { Core } from '@strapi/types';
import type { Run } from '../../../../shared/contracts/administration';
import { ISSUE_RUN, ISSUE_RUN_ITEM } from '../../constants';
import { administrationOf } from '../subjects';

const PROBLEMS_MAX = 100;

/** How far a run is, counted from its items: they are the truth, whatever the job says. */
export async function progressOf(strapi: Core.Strapi, row: any, withProblems: boolean): Promise<Run> {
  const { tableName } = strapi.db.metadata.get(ISSUE_RUN_ITEM);
  const counted: { outcome: string | null; count: string }[] = await strapi.db
    .connection(tableName)
    .where('run_key', row.documentId)
    .groupBy('outcome')
    .select('outcome')
    .count('* as count');
  const count = (outcome: string): number =>
    Number(counted.find((group) => group.outcome === outcome)?.count ?? 0);
  return {
    id: row.documentId,
    source: row.source ?? '',
    kind: row.kind,
    subject: row.subject ?? null,
    startedBy: row.startedBy,
    startedAt: new Date(row.startedAt).toISOString(),
    state: row.finishedAt ? 'finished' : row.cancelledAt ? 'cancelled' : 'running',
    total: row.total,
    issued: count('issued'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    failed: count('failed'),
    problems: withProblems ? await problemsOf(strapi, row) : [],
  };
}

/** Names are asked for, not kept: an item says no more of a person than their key. */
async function problemsOf(strapi: Core.Strapi, run: any): Promise<Run['problems']> {
  const items = await strapi.db.query(ISSUE_RUN_ITEM).findMany({
    where: { runKey: run.documentId, outcome: { $in: ['refused', 'failed'] } },
    orderBy: { position: 'asc' },
    limit: PROBLEMS_MAX,
  });
  if (items.length === 0) return [];
  const source = administrationOf(strapi, run.source ?? '');
  const nameOf = new Map<string, string>();
  for (const subject of new Set(items.map((item) => item.subject ?? run.subject ?? null))) {
    const keys = items
      .filter((item) => item.recipientKey && (item.subject ?? run.subject ?? null) === subject)
      .map((item) => item.recipientKey);
    const facts = (await source?.factsOfMany(run.kind, subject, keys)) ?? new Map();
    for (const [key, { recipient }] of facts) nameOf.set(key, recipient.name);
  }
  return items.map(({ recipientKey, outcome, reason }) => ({
    name: nameOf.get(recipientKey) ?? '',
    outcome,
    reason: reason ?? '',
  }));
}

/** The newest runs that this user could have started. */
export async function recentRuns(strapi: Core.Strapi, mayIssue: (row: any) => boolean): Promise<Run[]> {
  const rows = await strapi.db.query(ISSUE_RUN).findMany({ orderBy: { id: 'desc' }, limit: 200 });
  return Promise.all(
    rows
      .filter(mayIssue)
      .slice(0, 20)
      .map((row) => progressOf(strapi, row, false)),
  );
}
