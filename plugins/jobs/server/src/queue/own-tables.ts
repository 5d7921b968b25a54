import type { Sql } from './connection';

/** Our own tables beside pg-boss's, in its schema. Each is a few rows: what is there now, never a history. */
export const ownTables = (schema: string) => ({
  /** Jobs whose last tries began and have not ended, and how many in a row. */
  unended: `${schema}.jobs_unended`,
  /** Dead letters whose task has been told. */
  told: `${schema}.jobs_told`,
  /** Tasks that are on hold. */
  held: `${schema}.jobs_held`,
  job: `${schema}.job`,
  instance: `${schema}.instance`,
});
export type Tables = ReturnType<typeof ownTables>;

/** Makes them where they are missing. Several processes may start at once. */
export async function makeOwnTables(sql: Sql, tables: Tables): Promise<void> {
  // One message of several statements is one transaction; the lock, since "if not exists" alone can collide.
  await sql(`
    select pg_advisory_xact_lock(hashtext('${tables.unended}'));
    create table if not exists ${tables.unended} (
      job_id uuid primary key, count int not null, started_at timestamptz not null default now());
    create table if not exists ${tables.told} (
      letter_id uuid primary key, told_at timestamptz not null default now());
    create table if not exists ${tables.held} (
      task text primary key, since timestamptz not null default now());
  `);
}
