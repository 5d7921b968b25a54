import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { readArchive } from './archive-reader.ts';
import { loadDatabase } from './database/load.ts';
import { countRows, storedCertificates } from './database/snapshot.ts';
import { diskStore } from './files/disk.ts';
import type { FileStore } from './files/file-store.ts';
import type { Stores } from './files/open-stores.ts';
import type { BackupKeys } from './key.ts';
import { SETTINGS, type Manifest } from './manifest.ts';
import type { KeptSettings } from './settings.ts';

export interface Found {
  manifest: Manifest;
  settings: KeptSettings;
  counts: Record<string, number>;
  certificates: number;
  media: number;
  /** Certificates whose file is missing or has another hash than its row says. */
  wrong: string[];
  /** Not sent when the backup was made: they may have been sent since. */
  waitingMails: number;
  /** Issued, and not drawn yet. */
  undrawn: number;
}

export interface Target {
  url: string;
  stores: Stores;
  /** The name of the database, where what is in it may go. */
  replace?: string;
}

/**
 * Brings a centre back. Unpacked and compared first, so that a broken backup changes nothing; then files; then rows, whose
 * commit is what makes it a centre again. In the end every certificate's file is read back from where it is now.
 * @param workFolder on the disk that has room for all of it; nothing stays there.
 */
export async function restoreBackup(
  file: string,
  keys: BackupKeys,
  target: Target,
  workFolder: string,
  progress: (what: string) => void = () => {},
): Promise<Found> {
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const unpacked = await mkdtemp(path.join(workFolder, 'restore-'));
  try {
    progress('unpacking and comparing');
    const manifest = await readArchive(file, keys, unpacked);
    progress('files');
    await putFiles(path.join(unpacked, 'certificates'), target.stores.certificates);
    const media = await putFiles(path.join(unpacked, 'media'), target.stores.media);
    progress('database');
    await loadDatabase(target.url, unpacked, manifest.database, target.replace);
    progress('certificates');
    const settings = JSON.parse(await readFile(path.join(unpacked, SETTINGS), 'utf8'));
    return { manifest, settings, media, ...(await look(target)) };
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function putFiles(folder: string, store: FileStore): Promise<number> {
  let put = 0;
  for await (const { key } of diskStore(folder).list()) {
    await store.put(key, path.join(folder, key));
    put++;
  }
  return put;
}

/** What is there now. */
async function look({ url, stores }: Target): Promise<Omit<Found, 'manifest' | 'settings' | 'media'>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const certificates = await storedCertificates(client);
    const wrong: string[] = [];
    for (const { key, sha256 } of certificates)
      if ((await hashOf(stores.certificates, key)) !== sha256) wrong.push(key);
    return {
      counts: await countRows(client),
      certificates: certificates.length,
      wrong,
      waitingMails: await countWhere(client, 'deliveries', 'next_attempt_at is not null'),
      undrawn: await countWhere(client, 'certificates', 'rendered_at is null and revoked_at is null'),
    };
  } finally {
    await client.end();
  }
}

async function hashOf(store: FileStore, key: string): Promise<string | null> {
  const found = await store.open(key);
  if (!found) return null;
  const hash = createHash('sha256');
  await pipeline(found.content, hash);
  return hash.digest('hex');
}

async function countWhere(client: pg.Client, table: string, where: string): Promise<number> {
  const { rows } = await client.query('select to_regclass($1) is not null as there', [`public.${table}`]);
  if (!rows[0].there) return 0;
  return Number((await client.query(`select count(*) as n from public.${table} where ${where}`)).rows[0].n);
}
