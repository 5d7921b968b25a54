import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { openDatabase } from './database/open-database.ts';
import { main } from './problem.ts';
import { drain } from './service/drain.ts';
import { makeStrapi } from './strapi/with-strapi.ts';

/** As long as the site waits for an answer, and some more. */
const DRAIN_MS = 15_000;

/** The process that serves the admin and the site's API, and ends in good order. Run as many as you like. */
await main(async () => {
  ensureEnvFile();
  const settings = loadEnvironment();
  process.env.PORT = String(settings.CMS_PORT);
  const database = await openDatabase(settings);
  const strapi = makeStrapi({ serveAdminPanel: true });
  // In place of Strapi's own, which cuts off what is under way.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal);
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    if (!strapi.isLoaded) process.exit(1);
    await drain(strapi.server.httpServer, DRAIN_MS);
    await strapi.destroy().catch((error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
    database.close();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
  await strapi.start();
});
