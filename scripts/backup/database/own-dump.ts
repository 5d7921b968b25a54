import { isDeepStrictEqual } from 'node:util';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { Problem } from '../../problem.ts';
import { createKeys, createTables } from './create.ts';
import { describe, type Description } from './describe.ts';

/**
 * For a database whose server's own programs are not on this machine, as with the PostgreSQL from npm. It saves what
 * `describe` knows and refuses what it does not; after a restore, what is there is described again and compared.
 */
export interface OwnDump {
  /** Of the server it was saved from. */
  major: number;
  description: Description;
  sequences: { name: string; value: string; called: boolean }[];
}

const columnsOf = ({ columns }: Description['tables'][number]): string =>
  columns
    .filter(({ generated }) => !generated)
    .map(({ name }) => name)
    .join(', ');

/** Tables that hold rows themselves, in the order in which they are saved. */
export const tablesWithRows = ({ tables }: Description) => tables.filter(({ partitionKey }) => !partitionKey);

/** One table's rows, as PostgreSQL's own text format for COPY. */
export const rowsOf = (client: ClientBase, table: Description['tables'][number]): Readable =>
  client.query(copyTo(`copy ${table.name} (${columnsOf(table)}) to stdout`));

/** Where counters stand. Read after the rows: they are never set back by a transaction. */
export async function readSequences(client: ClientBase): Promise<OwnDump['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where relkind = 'S' and nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`,
  );
  const read: OwnDump['sequences'] = [];
  for (const { name } of rows) {
    const found = await client.query(`select last_value::text as value, is_called as called from ${name}`);
    read.push({ name, ...found.rows[0] });
  }
  return read;
}

/** Inside a transaction of the caller's: tables, then rows by `fill`, then keys. @throws Problem when what came out differs. */
export async function loadOwnDump(
  client: ClientBase,
  { major, description, sequences }: OwnDump,
  rowsFor: (table: string) => Readable | null,
): Promise<void> {
  await createTables(client, description);
  for (const table of tablesWithRows(description)) {
    const rows = rowsFor(table.name);
    if (!rows) continue;
    const target = client.query(
      copyFrom(`copy ${table.name} (${columnsOf(table)}) from stdin`),
    ) as unknown as Writable;
    await pipeline(rows, target);
  }
  for (const { name, value, called } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called]);
  await createKeys(client, description);
  const made = await describe(client);
  const different = (Object.keys(description) as (keyof Description)[]).filter(
    (part) => !isDeepStrictEqual(made[part], description[part]),
  );
  // Another major version may word the same definition differently.
  if (different.length > 0 && (await majorOf(client)) === major)
    throw new Problem(
      `What was made is not what was saved: ${different.join(', ')} differ.`,
      'Nothing was kept. Restore into a PostgreSQL of the version that was backed up.',
    );
}

export async function majorOf(client: ClientBase): Promise<number> {
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
  return rows[0].major;
}
