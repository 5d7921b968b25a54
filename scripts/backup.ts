import path from 'node:path';
import { readArguments } from './arguments.ts';
import { diskStore } from './backup/files/disk.ts';
import { openCopies, openStores } from './backup/files/open-stores.ts';
import { readKeys } from './backup/key.ts';
import { copyBackup, makeBackup, rotate } from './backup/make-backup.ts';
import { note } from './backup/note.ts';
import { parseRotation } from './backup/rotation.ts';
import { openDatabase } from './database/open-database.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { DATA } from './paths.ts';
import { main } from './problem.ts';
import { createProgress } from './progress.ts';

const USAGE = 'npm run backup -- [--to FOLDER]';

/** Saves database, media, certificates and secrets in one encrypted file, copies it and deletes old ones (X5). */
await main(async () => {
  const { values } = readArguments({ to: { type: 'string' } }, USAGE);
  ensureEnvFile();
  const settings = loadEnvironment();
  const keys = await readKeys();
  const rotation = parseRotation(process.env.BACKUP_KEEP || '7 4 12');
  const folder = path.resolve(values.to || process.env.BACKUP_DIR || path.join(DATA, 'backups'));
  const database = await openDatabase(settings);
  try {
    const progress = createProgress('Backup');
    const made = await makeBackup(database.url, folder, keys, openStores(), (what) => progress.waiting(what));
    const { counts, certificates, media, wrong, bytes } = made;
    progress.done(`${made.file}, ${(bytes / 1e6).toFixed(1)} MB`);
    console.log(
      `  Database by ${made.database.by === 'own' ? 'Lumino itself' : 'pg_dump'}, as it was at ${made.takenAt}`,
    );
    console.log(
      `  ${Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}`,
    );
    console.log(`  ${certificates.length} files of certificates, ${media} of media`);
    const copies = openCopies();
    if (copies) {
      await copyBackup(made.file, copies);
      console.log(`✓ Copied to ${copies.where}`);
    }
    for (const store of [diskStore(folder), ...(copies ? [copies] : [])]) {
      const gone = await rotate(store, rotation);
      if (gone > 0) console.log(`✓ ${gone} old ones deleted in ${store.where}`);
    }
    if (wrong.length === 0) await note(database.url, 'backup', { at: made.takenAt, bytes });
    for (const key of wrong) console.error(`✗ ${key} is missing, or not what was issued`);
    if (wrong.length > 0) {
      console.error('  The backup is kept, but does not count. See `npm run inspect-files`.');
      process.exitCode = 1;
    }
  } finally {
    database.close();
  }
});
