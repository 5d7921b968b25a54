import type { Client } from 'pg';
import { Problem } from '../problem.ts';
import { planCopy, type Column } from './plan.ts';

const COLUMNS = `select c.table_name as "table", c.column_name as name, c.data_type as type
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
  order by c.table_name, c.ordinal_position`;
/** Pairs of tables, of which the first has to be there before the second. */
const NEEDS = `select distinct confrelid::regclass::text as first, conrelid::regclass::text as second
  from pg_constraint where contype = 'f' and confrelid <> conrelid and connamespace = 'public'::regnamespace`;
const SEQUENCES = `select pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) as sequence, table_name as "table"
  from information_schema.columns where table_schema = 'public' and column_name = 'id'`;
const BATCH = 500;

/** Each after all that it refers to. @throws Problem where tables refer to each other in a circle */
export function inOrder(tables: string[], needs: { first: string; second: string }[]): string[] {
  const left = new Set(tables);
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (table) => !needs.some(({ first, second }) => second === table && first !== table && left.has(first)),
    );
    if (free.length === 0)
      throw new Problem(`These tables refer to each other: ${[...left].join(', ')}.`, 'Tell the developers.');
    for (const table of free) {
      ordered.push(table);
      left.delete(table);
    }
  }
  return ordered;
}

/**
 * Fills the target with what the source teaches, and with people who are not there: whatever names somebody is replaced while it is
 * read, so it never reaches the target. All or nothing; what was in the target is gone.
 *
 * @param password of everybody on the copy, hashed
 * @returns how many rows were copied, by table
 */
export async function copyDatabase(
  source: Client,
  target: Client,
  password: string,
): Promise<Map<string, number>> {
  const read = async (client: Client): Promise<Column[]> => (await client.query<Column>(COLUMNS)).rows;
  const { copying, emptied } = planCopy(await read(source), await read(target), password);
  const needs = (await target.query<{ first: string; second: string }>(NEEDS)).rows;
  const byName = new Map(copying.map((one) => [one.table, one]));
  const counts = new Map<string, number>();

  await source.query('begin isolation level repeatable read read only');
  await target.query('begin');
  try {
    const all = [...byName.keys(), ...emptied].map((table) => `"${table}"`);
    await target.query(`truncate ${all.join(', ')} cascade`);
    // What waits to be done is about rows that are gone.
    await target.query(
      `do $$ begin if to_regclass('pgboss.job') is not null then delete from pgboss.job; end if; end $$`,
    );
    for (const table of inOrder([...byName.keys()], needs)) {
      const { columns, select } = byName.get(table) as (typeof copying)[number];
      const names = columns.map((name) => `"${name}"`).join(', ');
      let count = 0;
      // As text all the way, so that no number and no time is rounded.
      await source.query(
        `declare rows no scroll cursor for select row_to_json(one)::text as row from (${select}) as one`,
      );
      for (;;) {
        const { rows } = await source.query<{ row: string }>(`fetch ${BATCH} from rows`);
        if (rows.length === 0) break;
        count += rows.length;
        await target.query(
          `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json)`,
          [`[${rows.map(({ row }) => row).join(',')}]`],
        );
      }
      await source.query('close rows');
      counts.set(table, count);
    }
    for (const { sequence, table } of (await target.query(SEQUENCES)).rows)
      if (sequence && byName.has(table))
        await target.query(`select setval($1, (select coalesce(max(id), 0) + 1 from "${table}"), false)`, [
          sequence,
        ]);
    await target.query('commit');
  } catch (error) {
    await target.query('rollback');
    throw error;
  } finally {
    await source.query('rollback');
  }
  return counts;
}
