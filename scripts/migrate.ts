import { main } from './problem.ts';
import { withStrapi } from './strapi/with-strapi.ts';

/**
 * Brings the database up to this version, and does nothing else: several processes that start at the same time would all try. Nothing
 * that an older version needs is taken away (config/database.ts).
 */
await main(async () => {
  await withStrapi(async () => console.log('✓ The database is up to date'));
});
