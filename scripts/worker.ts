import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { openDatabase } from './database/open-database.ts';
import { main } from './problem.ts';
import { loadStrapi } from './strapi/with-strapi.ts';

/** The process that does the work: Strapi without its HTTP server, pg-boss and the clock. Run as many as you like. */
await main(async () => {
  ensureEnvFile();
  const settings = loadEnvironment();
  // The cms has the other one: two processes never share a port.
  process.env.MONITORING_PORT = String(settings.WORKER_MONITORING_PORT);
  const database = await openDatabase(settings);
  const strapi = await loadStrapi();
  await strapi.plugin('monitoring').service('monitor').startInWorker();
  await strapi.plugin('jobs').service('worker').start();
  console.log('worker ready');

  // Strapi itself ends in good order at SIGINT and SIGTERM: the running job has its time, then the process exits.
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
  process.on('exit', () => database.close());
});
