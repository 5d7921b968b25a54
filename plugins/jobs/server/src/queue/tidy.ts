import type { Sql } from './connection';
import type { Tables } from './own-tables';
import { DEAD_LETTERS } from './policy';

/** Forgets what was told of letters that are gone, tries of jobs that are long deleted, and processes of yesterday. */
export async function tidy(sql: Sql, tables: Tables): Promise<void> {
  await sql(`delete from ${tables.told} where told_at < now() - interval '1 hour'
    and not exists (select from ${tables.job} where name = '${DEAD_LETTERS}' and id = letter_id)`);
  await sql(`delete from ${tables.unended} where started_at < now() - interval '30 days'`);
  // A process that is alive after all writes its row anew.
  await sql(`delete from ${tables.instance} where heartbeat_on < now() - interval '1 day'`);
}
