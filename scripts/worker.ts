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

  // In place of Strapi's own: it takes every listener away when it ends, those on `exit` too, and so a server that this
  // process has started would stay behind.
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await strapi.destroy().catch((error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
    database.close();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => void end());
  }
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));

  // Behind it: monitoring hears the signals, too.
  await strapi.plugin('monitoring').service('monitor').startInWorker();
  await strapi.plugin('jobs').service('worker').start();
  console.log(JSON.stringify({ level: 'info', message: 'worker ready', time: new Date().toISOString() }));
});
