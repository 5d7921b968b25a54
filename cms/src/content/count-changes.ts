import type { Core } from '@strapi/types';
import { runSql } from '../database/run-sql';
import { contentTables, type Model } from './content-tables';

const TABLE = 'lumino_content_changes';
/** Goes up when the function changes, so that databases that have the older trigger get the newer. */
const VERSION = 1;
const TRIGGER = `lumino_content_changed_v${VERSION}`;
/** Rows that are worth adding up into one. */
const MANY = 100;

/**
 * How many transactions that changed content have been committed, ever: the revision of the content.
 *
 * Each such transaction leaves a row, and the revision is their sum. So it changes at the moment of a commit, whoever
 * wrote: admin, import, or a statement by hand. A sequence would not do: it moves before the commit, and somebody who
 * reads in between keeps the old text under the new number, for good. A counter in one row would not do either: every
 * writer would wait there for the one before it. And the highest id alone misses a transaction that began earlier and
 * ended later than another one.
 */
export const REVISION = `(select coalesce(sum(changes), 0) from ${TABLE})`;

/** One row for a transaction is enough: the setting is local to it, and goes with a savepoint that is rolled back. */
const FUNCTION = `
create or replace function ${TRIGGER}() returns trigger language plpgsql as $function$
declare
  own text := pg_current_xact_id()::text;
begin
  if current_setting('lumino.content_changed_in', true) is distinct from own then
    insert into ${TABLE} default values;
    perform set_config('lumino.content_changed_in', own, true);
  end if;
  return null;
end $function$`;

/**
 * Puts a trigger on every table of content. Done at each start, after Strapi has made its tables: a component that is new
 * brings some. Where all is there nothing is touched, since a trigger waits for everybody who writes into its table.
 */
export async function countContentChanges(strapi: Core.Strapi): Promise<void> {
  const sql = <Row>(text: string, values: unknown[] = []) => runSql<Row>(strapi, text, values);
  const models = strapi.db.metadata.values() as unknown as Iterable<Model>;
  const tables = contentTables(models, (uid) => uid in strapi.components);
  const there = await sql<{ name: string; trigger: string }>(
    `select relname as name, tgname as trigger from pg_trigger
     join pg_class on pg_class.oid = tgrelid where tgname like 'lumino\\_content\\_changed\\_v%'`,
  );
  const missing = tables.filter(
    (table) => !there.some(({ name, trigger }) => name === table && trigger === TRIGGER),
  );
  if (missing.length === 0) return;
  await sql(
    `create table if not exists ${TABLE} (
       id bigint generated always as identity primary key,
       changes bigint not null default 1)`,
  );
  await sql(FUNCTION);
  for (const table of missing) {
    for (const older of there.filter(({ name }) => name === table))
      await sql('drop trigger ?? on ??', [older.trigger, table]);
    await sql(
      `create trigger ?? after insert or update or delete or truncate on ??
       for each statement execute function ${TRIGGER}()`,
      [TRIGGER, table],
    );
  }
  // What was changed while nobody counted.
  await sql(`insert into ${TABLE} default values`);
}

/** Adds old rows up into one, so that the sum stays cheap; the sum itself stays what it is, for whoever reads meanwhile. */
export async function addUpChanges(strapi: Core.Strapi): Promise<void> {
  await runSql(
    strapi,
    `with gone as (
       delete from ${TABLE} where (select count(*) from ${TABLE}) > ${MANY} returning changes)
     insert into ${TABLE} (changes) select sum(changes) from gone having count(*) > 0`,
  );
}
