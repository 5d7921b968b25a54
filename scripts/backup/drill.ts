import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { ensureDatabase } from '../database/cluster.ts';
import { DATA } from '../paths.ts';
import { storesIn } from './files/open-stores.ts';
import type { BackupKeys } from './key.ts';
import { note } from './note.ts';
import { restoreBackup, type Found } from './restore-backup.ts';

/**
 * Restores a backup aside: into a database of its own on the same server and a folder of its own, both gone afterwards.
 * What went well is noted for monitoring.
 */
export async function drill(
  url: string,
  file: string,
  keys: BackupKeys,
  progress: (what: string) => void,
): Promise<Found> {
  const aside = new URL(url);
  const name = `lumino_drill_${process.pid}`;
  aside.pathname = `/${name}`;
  await mkdir(DATA, { recursive: true });
  const folder = await mkdtemp(path.join(DATA, 'drill-'));
  try {
    await ensureDatabase(url, name);
    const found = await restoreBackup(
      file,
      keys,
      { url: aside.href, stores: storesIn(folder) },
      folder,
      progress,
    );
    if (found.wrong.length === 0)
      await note(url, 'drill', { at: new Date().toISOString(), takenAt: found.manifest.takenAt });
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await dropDatabase(url, name);
  }
}

async function dropDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
