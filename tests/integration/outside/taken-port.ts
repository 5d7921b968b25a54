import { loadEnvironment } from '../../../scripts/environment/load.ts';
import { loadStrapi } from '../../../scripts/strapi/with-strapi.ts';
import { occupyPort } from '../../../scripts/testing/free-port.ts';
import { tell, until } from './telling.ts';

/** A worker that finds its port for metrics taken. Prints one line of JSON. */
const { port } = await occupyPort();
process.env.MONITORING_PORT = String(port);
loadEnvironment();
const strapi = await loadStrapi();
await strapi.plugin('monitoring').service('monitor').startInWorker();
await strapi.plugin('jobs').service('worker').start();
const { readiness } = strapi.plugin('monitoring').service('monitor');
await until(async () => (await readiness.report()).ready);
tell({ port, report: await readiness.report() });
process.exit(0);
