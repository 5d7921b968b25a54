import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from './arguments.ts';
import { buildAll } from './build/build-all.ts';
import { ROOT } from './paths.ts';
import { main } from './problem.ts';
import { readServing } from './releases/home.ts';
import { checkCommitted, makeRelease, pruneReleases } from './releases/make-release.ts';
import { oneAtATime } from './releases/one-at-a-time.ts';
import { publishAssets } from './releases/publish-assets.ts';
import { runCommand } from './releases/run-command.ts';
import { readReleaseSettings } from './releases/settings.ts';
import { switchRelease } from './releases/switch-release.ts';

const USAGE =
  'npm run deploy -- [--home /srv/lumino] [--test unit,integration] [--no-backup] [--with-changes]';

/** Makes a release of this checkout and lets it serve; where it is not well, the one that serves goes on. */
await main(async () => {
  const { values } = readArguments(
    {
      home: { type: 'string' },
      test: { type: 'string', default: '' },
      'no-backup': { type: 'boolean', default: false },
      'with-changes': { type: 'boolean', default: false },
    },
    USAGE,
  );
  const settings = readReleaseSettings(values.home);
  const { home } = settings;
  await oneAtATime(home, async () => {
    await checkCommitted(values['with-changes']);
    await buildAll();
    for (const step of values.test.split(',').filter(Boolean))
      await runCommand(
        [process.execPath, path.join(ROOT, 'scripts', 'test.ts'), step],
        `The tests (${step})`,
        { cwd: ROOT, shown: true },
      );
    const release = await makeRelease(home);
    console.log(`✓ Release ${release} made`);

    const folder = path.join(home.releases, release);
    const inRelease = (script: string, ...args: string[]) =>
      runCommand([process.execPath, path.join(folder, 'scripts', script), ...args], script, {
        cwd: folder,
        shown: true,
        env: {
          NODE_ENV: 'production',
          LUMINO_ENV_FILE: path.join(home.shared, '.env'),
          LUMINO_DATA_DIR: path.join(home.shared, 'data'),
        },
      });
    // Before the first release there is nothing to save.
    if (!values['no-backup'] && readServing(home) && existsSync(path.join(folder, 'scripts', 'backup.ts')))
      await inRelease('backup.ts');
    await inRelease('migrate.ts');
    publishAssets(home, release);
    await switchRelease(settings, release);
    for (const old of pruneReleases(home)) console.log(`  Removed ${old}`);
  });
});
