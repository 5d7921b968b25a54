import type { ClientBase } from 'pg';
import type { ArchiveWriter } from '../archive-writer.ts';
import type { Manifest } from '../manifest.ts';
import { COUNTED } from '../manifest.ts';
import { describe } from './describe.ts';
import { majorOf, type OwnDump, readSequences, rowsOf, tablesWithRows } from './own-dump.ts';
import { hasPgDump, pgDump } from './pg-dump.ts';

export const OWN_DUMP = 'database/own.json';
export const rowsEntry = (table: string): string => `database/rows/${table}`;
export const PG_DUMP = 'database/pg_dump';

export interface StoredCertificate {
  key: string;
  sha256: string;
}

/** Everything a backup says of the database, from one snapshot: as if nothing happened while it was read. */
export interface Snapshot {
  takenAt: string;
  database: Manifest['database'];
  counts: Record<string, number>;
  /** Files that certificates of this snapshot have. */
  certificates: StoredCertificate[];
}

/**
 * Saves the database. The caller's client has `begin isolation level repeatable read read only` behind it, so that every
 * query here sees the same moment.
 */
export async function saveDatabase(
  client: ClientBase,
  url: string,
  archive: ArchiveWriter,
): Promise<Snapshot> {
  const { rows } = await client.query('select now() as at');
  const serverMajor = await majorOf(client);
  const by = hasPgDump(serverMajor) ? 'pg_dump' : 'own';
  const facts = {
    takenAt: (rows[0].at as Date).toISOString(),
    database: { by, serverMajor } as const,
    counts: await countRows(client),
    certificates: await storedCertificates(client),
  };
  if (by === 'pg_dump') {
    const { rows: exported } = await client.query('select pg_export_snapshot() as id');
    const { content, ended } = pgDump(url, exported[0].id);
    await archive.addStream(PG_DUMP, content);
    await ended;
    return facts;
  }
  const description = await describe(client);
  for (const table of tablesWithRows(description))
    await archive.addStream(rowsEntry(table.name), rowsOf(client, table));
  const dump: OwnDump = { major: serverMajor, description, sequences: await readSequences(client) };
  await archive.add(OWN_DUMP, JSON.stringify(dump));
  return facts;
}

const isThere = async (client: ClientBase, table: string): Promise<boolean> =>
  (await client.query('select to_regclass($1) is not null as there', [`public.${table}`])).rows[0].there;

/** How much there is of what people care about. */
export async function countRows(client: ClientBase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries(COUNTED))
    if (await isThere(client, table))
      // A document is a row for each language, as a draft and as published.
      counts[name] = Number(
        (await client.query(`select count(distinct document_id) as n from public.${table}`)).rows[0].n,
      );
  return counts;
}

/** The files that certificates have, with the hash each was issued with. */
export async function storedCertificates(client: ClientBase): Promise<StoredCertificate[]> {
  if (!(await isThere(client, 'certificates'))) return [];
  const { rows } = await client.query(
    'select storage_key as key, sha_256 as sha256 from public.certificates where storage_key is not null order by id',
  );
  return rows;
}
