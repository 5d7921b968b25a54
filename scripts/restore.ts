import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from './arguments.ts';
import { drill } from './backup/drill.ts';
import { openCopies, openStores } from './backup/files/open-stores.ts';
import { readKeys } from './backup/key.ts';
import { findNewest } from './backup/newest.ts';
import { report } from './backup/report.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { differences, takeSecrets } from './backup/settings.ts';
import { openDatabase } from './database/open-database.ts';
import { ENV_FILE, ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { lockHolder } from './launcher/lock.ts';
import { DATA } from './paths.ts';
import { main, Problem } from './problem.ts';
import { createProgress } from './progress.ts';

const USAGE =
  'npm run restore -- [--from FILE] [--replace DATABASE] [--take-secrets] | --drill [--from FILE]';

/** Brings a whole centre back from one backup, on hold, or with `--drill` tries aside whether that would work (X5, P12). */
await main(async () => {
  const started = Date.now();
  const { values } = readArguments(
    {
      from: { type: 'string' },
      replace: { type: 'string' },
      'take-secrets': { type: 'boolean', default: false },
      drill: { type: 'boolean', default: false },
    },
    USAGE,
  );
  // A machine that has no .env is a new one: it gets the backup's secrets.
  const isNew = !existsSync(ENV_FILE);
  ensureEnvFile();
  const settings = loadEnvironment();
  const keys = await readKeys();
  const folder = path.resolve(process.env.BACKUP_DIR || path.join(DATA, 'backups'));
  const file = values.from ? path.resolve(values.from) : await findNewest(folder, openCopies());
  if (!existsSync(file)) throw new Problem(`There is no file ${file}.`, `Usage: ${USAGE}`);
  if (!values.drill && lockHolder() !== null)
    throw new Problem('Lumino is running here.', 'Stop it first: what is restored takes its place.');

  const database = await openDatabase(settings);
  try {
    const progress = createProgress(values.drill ? 'Drill' : 'Restore');
    const tell = (what: string) => progress.waiting(what);
    if (values.drill) {
      const found = await drill(database.url, file, keys, tell);
      progress.done(path.basename(file));
      return report(found, started, true);
    }
    const target = { url: database.url, stores: openStores(), replace: values.replace };
    const found = await restoreBackup(file, keys, target, DATA, tell);
    progress.done(path.basename(file));
    const { secrets, others } = differences(found.settings);
    if (isNew || values['take-secrets'])
      takeSecrets({ ...found.settings, BACKUP_KEY: keys.identity ?? '' }, ENV_FILE);
    else if (secrets.length > 0)
      console.error(
        `! .env has other secrets than the backup (${secrets.join(', ')}): keys of certificates cannot be read with them.\n` +
          '  Take the backup’s: run this once more with --take-secrets, or write them yourself.',
      );
    if (others.length > 0) console.log(`! Other than in the backup: ${others.join(', ')}. See .env.`);
    report(found, started, false);
  } finally {
    database.close();
  }
});
