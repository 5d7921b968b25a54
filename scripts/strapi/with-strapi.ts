import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/types';
import { openDatabase } from '../database/open-database.ts';
import { ensureEnvFile, loadEnvironment, type Settings } from '../environment/load.ts';
import { CMS } from '../paths.ts';
import { Problem } from '../problem.ts';
import { quietPool } from './quiet-pool.ts';

/** Strapi as the cms has it, not loaded yet. */
export function makeStrapi({ serveAdminPanel }: { serveAdminPanel: boolean }): Core.Strapi {
  const distDir = path.join(CMS, 'dist');
  if (!existsSync(path.join(distDir, 'src', 'index.js')))
    throw new Problem('The cms is not built yet.', 'Run `npm run build` first.');
  process.chdir(CMS);
  // Its CommonJS build: the other one imports folders, which Node does not.
  const { createStrapi } = createRequire(import.meta.url)(
    '@strapi/strapi',
  ) as typeof import('@strapi/strapi');
  return createStrapi({ appDir: CMS, distDir, serveAdminPanel });
}

/** Loads Strapi as the cms has it, without listening. The caller destroys it. */
export async function loadStrapi(): Promise<Core.Strapi> {
  const strapi = makeStrapi({ serveAdminPanel: false });
  strapi.log.level = process.env.STRAPI_LOG_LEVEL ?? 'warn';
  await strapi.load();
  // A wrong folder boots an empty application in silence.
  if (!strapi.contentTypes['api::module.module' as never])
    throw new Problem('Strapi started without Lumino’s content types.', 'Run `npm run build -- --force`.');
  return strapi;
}

/** For commands: environment, database and Strapi around one piece of work, and everything closed after it. */
export async function withStrapi<Result>(
  work: (strapi: Core.Strapi, settings: Settings) => Promise<Result>,
): Promise<Result> {
  ensureEnvFile();
  const settings = loadEnvironment();
  const database = await openDatabase(settings);
  try {
    const strapi = await loadStrapi();
    try {
      return await work(strapi, settings);
    } finally {
      await quietPool(strapi.db.connection.client.pool);
      await strapi.destroy();
    }
  } finally {
    database.close();
  }
}
