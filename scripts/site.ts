import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { SITE } from './paths.ts';
import { main, Problem } from './problem.ts';

/** The process that serves the site. It ends in good order by itself. Run as many as you like. */
await main(async () => {
  ensureEnvFile();
  const settings = loadEnvironment();
  process.env.PORT = String(settings.SITE_PORT);
  const entry = path.join(SITE, 'dist', 'server', 'entry.mjs');
  if (!existsSync(entry)) throw new Problem('The site is not built yet.', 'Run `npm run build` first.');
  await import(entry);
});
