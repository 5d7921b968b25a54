import type { ClientBase } from 'pg';
import type { Column, Description, Named, Table } from './describe.ts';

const columnSql = ({ name, type, notNull, default: value, identity, generated }: Column): string =>
  [
    name,
    type,
    identity ? `generated ${identity === 'a' ? 'always' : 'by default'} as identity` : '',
    value === null ? '' : generated ? `generated always as (${value}) stored` : `default ${value}`,
    notNull ? 'not null' : '',
  ]
    .filter(Boolean)
    .join(' ');

const tableSql = ({ name, columns, partitionKey, options }: Table): string =>
  `create table ${name} (${columns.map(columnSql).join(', ')})` +
  (partitionKey ? ` partition by ${partitionKey}` : '') +
  (options ? ` with (${options.join(', ')})` : '');

const UNDEFINED = ['42P01', '42704'];

/** @returns those that name a table which is not there yet. */
async function createFunctions(client: ClientBase, functions: Named[]): Promise<Named[]> {
  const late: Named[] = [];
  for (const one of functions) {
    await client.query('savepoint before_function');
    try {
      await client.query(one.sql);
    } catch (error) {
      if (!UNDEFINED.includes((error as { code?: string }).code ?? '')) throw error;
      await client.query('rollback to savepoint before_function');
      late.push(one);
    }
  }
  return late;
}

/** Makes everything that rows need: tables without keys, indexes and triggers. */
export async function createTables(client: ClientBase, found: Description): Promise<void> {
  await client.query("set local search_path = ''; set local check_function_bodies = off");
  for (const schema of found.schemas) await client.query(`create schema if not exists ${schema}`);
  for (const { name, schema } of found.extensions)
    await client.query(`create extension if not exists ${name} schema ${schema}`);
  for (const { name, values } of found.enums)
    await client.query(
      `create type ${name} as enum (${values.map((one) => client.escapeLiteral(one)).join(', ')})`,
    );
  for (const { name, type, sql } of found.sequences)
    await client.query(`create sequence ${name} as ${type} ${sql}`);
  // Defaults of columns may call a function, and a function may be about the rows of a table.
  const late = await createFunctions(client, found.functions);
  for (const table of found.tables) await client.query(tableSql(table));
  for (const { sql } of late) await client.query(sql);
  for (const { name, ownedBy } of found.sequences)
    if (ownedBy) await client.query(`alter sequence ${name} owned by ${ownedBy}`);
  for (const { name, partitionOf } of found.tables)
    if (partitionOf)
      await client.query(
        `alter table only ${partitionOf.table} attach partition ${name} ${partitionOf.bound}`,
      );
}

/** Keys, indexes and triggers, once the rows are there: so nothing is checked row by row, and no trigger runs for them. */
export async function createKeys(client: ClientBase, found: Description): Promise<void> {
  const partitioned = new Set(
    found.tables.filter(({ partitionKey }) => partitionKey).map(({ name }) => name),
  );
  const add = async (kinds: string[]) => {
    for (const { table, name, sql } of found.constraints.filter(({ kind }) => kinds.includes(kind)))
      await client.query(
        `alter table ${partitioned.has(table) ? 'only ' : ''}${table} add constraint ${name} ${sql}`,
      );
  };
  await add(['p', 'u', 'x', 'c']);
  for (const { sql, ofConstraint } of found.indexes) if (!ofConstraint) await client.query(sql);
  for (const { name, attachedTo } of found.indexes)
    if (attachedTo) await client.query(`alter index ${attachedTo} attach partition ${name}`);
  for (const { table, name, sql } of found.constraints.filter(({ kind }) => kind === 'f'))
    await client.query(`alter table ${table} add constraint ${name} ${sql}`);
  for (const { sql } of found.triggers) await client.query(sql);
}
