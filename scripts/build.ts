import { readArguments } from './arguments.ts';
import { buildAll } from './build/build-all.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { main } from './problem.ts';

/** Builds plugins, cms and site where they are stale; `--force` builds them all. */
await main(async () => {
  const { values } = readArguments(
    { force: { type: 'boolean', default: false } },
    'npm run build -- [--force]',
  );
  ensureEnvFile();
  loadEnvironment();
  await buildAll({ force: values.force });
});
