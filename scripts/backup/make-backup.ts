import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { ROOT } from '../paths.ts';
import { Problem } from '../problem.ts';
import { writeArchive, type ArchiveWriter } from './archive-writer.ts';
import { saveDatabase, type Snapshot } from './database/snapshot.ts';
import type { FileStore } from './files/file-store.ts';
import type { Stores } from './files/open-stores.ts';
import type { BackupKeys } from './key.ts';
import { SETTINGS, SIGNATURE } from './manifest.ts';
import { nameOf, superfluous, type Rotation } from './rotation.ts';
import { settingsToKeep } from './settings.ts';

export interface Made extends Snapshot {
  file: string;
  bytes: number;
  media: number;
  /** Certificates whose file is not there, or not what was issued. */
  wrong: string[];
}

/**
 * One backup of everything. **First the database, then the files**: a certificate's file is written before the row that
 * names it is committed, and never changed after; so every file that this snapshot names is there when files are read, and
 * one that is issued meanwhile is in the next backup, row and file.
 */
export async function makeBackup(
  url: string,
  folder: string,
  keys: BackupKeys,
  stores: Stores,
  progress: (what: string) => void = () => {},
): Promise<Made> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeUnfinished(folder);
  const file = path.join(folder, nameOf(new Date()));
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let media = 0;
    let wrong: string[] = [];
    let snapshot: Snapshot | null = null;
    const bytes = await writeArchive(file, keys, async (archive) => {
      await client.query('begin isolation level repeatable read read only');
      progress('database');
      snapshot = await saveDatabase(client, url, archive);
      await client.query('rollback');
      progress('certificates');
      wrong = await saveCertificates(snapshot, stores.certificates, archive);
      progress('media');
      media = await saveMedia(stores.media, archive);
      await saveSettings(archive);
      const { takenAt, database, counts } = snapshot;
      return { format: 1, lumino: version, takenAt, database, counts };
    });
    return { file, bytes, media, wrong, ...(snapshot as unknown as Snapshot) };
  } finally {
    await client.end();
  }
}

/** @returns the keys of those that are missing or differ from what their certificate says. */
async function saveCertificates(
  { certificates }: Snapshot,
  store: FileStore,
  archive: ArchiveWriter,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { key, sha256 } of certificates) {
    const found = await store.open(key);
    const saved = found && (await archive.addFile(`certificates/${key}`, found.bytes, found.content));
    if (saved !== sha256) wrong.push(key);
  }
  return wrong;
}

/** Media has no hash in the database. One that is deleted while it is listed is not missed. */
async function saveMedia(store: FileStore, archive: ArchiveWriter): Promise<number> {
  let saved = 0;
  for await (const { key } of store.list()) {
    const found = await store.open(key);
    if (!found) continue;
    await archive.addFile(`media/${key}`, found.bytes, found.content);
    saved++;
  }
  return saved;
}

async function saveSettings(archive: ArchiveWriter): Promise<void> {
  await archive.add(SETTINGS, JSON.stringify(settingsToKeep()));
  const p12 = process.env.SIGNATURE_P12;
  if (p12 && existsSync(p12)) await archive.addFile(SIGNATURE, (await stat(p12)).size, createReadStream(p12));
}

/** What a backup that was cut off has left. Nothing of another run: two backups at once is one too many. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.endsWith('.age.part')) await rm(path.join(folder, name), { force: true });
}

/** Puts the backup where copies are kept, its checksum last: so one without it was cut off. @throws Problem where it cannot */
export async function copyBackup(file: string, copies: FileStore): Promise<void> {
  try {
    for (const one of [file, `${file}.sha256`]) await copies.put(path.basename(one), one);
  } catch (error) {
    throw new Problem(
      `The backup could not be copied to ${copies.where}: ${(error as Error).message || (error as Error).name}`,
      `It lies in ${file}, but does not count. See BACKUP_S3_… in .env.`,
    );
  }
}

/** @returns how many backups were deleted. */
export async function rotate(store: FileStore, rotation: Rotation): Promise<number> {
  const names: string[] = [];
  for await (const { key } of store.list()) names.push(key);
  const gone = superfluous(names, rotation);
  for (const name of gone) {
    await store.remove(`${name}.sha256`);
    await store.remove(name);
  }
  return gone.length;
}
