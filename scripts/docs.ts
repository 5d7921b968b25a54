import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { configurationPage } from './docs/configuration-page.ts';
import { Settings } from './environment/schema.ts';
import { ROOT } from './paths.ts';
import { main } from './problem.ts';

/** Makes the pages of config/docs that are made from code. */
await main(async () => {
  const file = path.join(ROOT, 'config', 'docs', 'configuration.md');
  const page = configurationPage(readFileSync(path.join(ROOT, '.env.example'), 'utf8'), Settings.shape);
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }));
  console.log(`✓ ${path.relative(ROOT, file)}`);
});
