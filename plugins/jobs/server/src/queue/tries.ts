import type { Sql } from './connection';
import { ALL } from './holds';
import type { Tables } from './own-tables';

/** How many tries in a row may begin and not end before the job is taken for one that kills its process. */
export const MAX_UNENDED = 5;

/**
 * - `run`: go on.
 * - `held`: the task is on hold, also if it is so since a moment ago.
 * - `killer`: the last five tries began and none of them ended.
 */
export type Verdict = 'run' | 'held' | 'killer';

/**
 * Counts tries that begin and do not end. pg-boss counts a try whose process died like one whose handler threw, and
 * allows hundreds: that is right for a mail server that is away, and ruin for a job that kills every process it meets.
 */
export function createTries(sql: Sql, tables: Tables) {
  return {
    /** Says that a try begins, before the handler is called. */
    async begin(jobId: string, task: string): Promise<Verdict> {
      const [row] = await sql<{ held: boolean; count: number | null }>(
        `with held as (select from ${tables.held} where task in ($2, '${ALL}')),
         begun as (
           insert into ${tables.unended} as one (job_id, count) select $1::uuid, 1 where not exists (select from held)
           on conflict (job_id) do update set count = one.count + 1, started_at = now() returning count)
         select exists (select from held) as held, (select count from begun) as count`,
        [jobId, task],
      );
      if (row?.held) return 'held';
      return (row?.count ?? 0) > MAX_UNENDED ? 'killer' : 'run';
    },

    /** Says that tries have ended, in whatever way; also those that a stopping worker lets go of. */
    async end(...jobIds: string[]): Promise<void> {
      await sql(`delete from ${tables.unended} where job_id = any($1::uuid[])`, [jobIds]);
    },
  };
}
export type Tries = ReturnType<typeof createTries>;
