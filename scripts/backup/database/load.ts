import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { Problem } from '../../problem.ts';
import type { Manifest } from '../manifest.ts';
import { loadOwnDump, majorOf } from './own-dump.ts';
import { hasPgDump, pgRestore } from './pg-dump.ts';
import { OWN_DUMP, PG_DUMP, rowsEntry } from './snapshot.ts';

const OWN_SCHEMAS = "nspname !~ '^pg_' and nspname <> 'information_schema'";

/** Takes everything out of the database, inside the transaction that fills it again. */
const EMPTY = `do $$ declare one text; begin
  for one in select quote_ident(extname) from pg_extension where extname <> 'plpgsql' loop
    execute 'drop extension ' || one || ' cascade'; end loop;
  for one in select quote_ident(nspname) from pg_namespace where ${OWN_SCHEMAS} loop
    execute 'drop schema ' || one || ' cascade'; end loop;
  create schema public;
end $$;`;

/** No mail, and nothing else: both stay until somebody says so (`npm run resume`). In pg-boss's schema, as plugin jobs reads it. */
export const HOLD = `do $$ begin
  if to_regnamespace('pgboss') is not null then
    create table if not exists pgboss.jobs_held (task text primary key, since timestamptz not null default now());
    insert into pgboss.jobs_held (task) values ('*'), ('deliveries/send') on conflict do nothing;
  end if;
end $$;`;

/**
 * Fills a database from what was unpacked, all or nothing, **with everything on hold in the same transaction**: so a worker
 * that starts the moment it is there does nothing.
 * @param replace the name of the database, to say that what is in it may go.
 * @throws Problem when the database is not empty, is in use, or what came out is not what was saved.
 */
export async function loadDatabase(
  url: string,
  folder: string,
  { by, serverMajor }: Manifest['database'],
  replace?: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await checkTarget(client, replace);
    if (by === 'pg_dump') {
      if (!hasPgDump(serverMajor))
        throw new Problem(
          'This backup was made by pg_dump, and pg_restore of that version is not here.',
          `Install the client programs of PostgreSQL ${serverMajor} or newer.`,
        );
      return await pgRestore(url, path.join(folder, PG_DUMP), EMPTY, HOLD);
    }
    const dump = JSON.parse(await readFile(path.join(folder, OWN_DUMP), 'utf8'));
    await client.query('begin');
    await client.query(EMPTY);
    await loadOwnDump(client, dump, await rowsIn(folder));
    await client.query(HOLD);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function checkTarget(client: pg.Client, replace?: string): Promise<void> {
  const { rows } = await client.query(
    `select current_database() as name,
       (select count(*)::int from pg_class c join pg_namespace n on n.oid = relnamespace
        where relkind in ('r', 'p') and ${OWN_SCHEMAS}) as tables,
       (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
          and backend_type = 'client backend') as others`,
  );
  const { name, tables, others } = rows[0];
  if (tables > 0 && replace !== name)
    throw new Problem(
      `The database "${name}" is not empty: it has ${tables} tables.`,
      `Restore into an empty one, or replace everything in it: npm run restore -- --replace ${name}`,
    );
  if (others > 0)
    throw new Problem(
      `${others} other connections are open to the database "${name}".`,
      'Stop every cms, worker and site of this Lumino first.',
    );
  if ((await majorOf(client)) < 15)
    throw new Problem('This PostgreSQL is older than 15.', 'Restore into a newer one.');
}

/** The rows of each table, piece after piece. */
async function rowsIn(folder: string): Promise<(table: string) => Readable | null> {
  const pieces = new Map<string, string[]>();
  const rows = path.join(folder, 'database', 'rows');
  for (const table of existsSync(rows) ? await readdir(rows) : [])
    pieces.set(
      rowsEntry(table),
      (await readdir(path.join(rows, table))).sort().map((name) => path.join(rows, table, name)),
    );
  return (table) => {
    const files = pieces.get(rowsEntry(table));
    return files
      ? Readable.from(
          (async function* () {
            for (const file of files) yield* createReadStream(file);
          })(),
        )
      : null;
  };
}
