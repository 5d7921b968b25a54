import { Client } from 'pg';
import { loadEnvironment } from '../../../scripts/environment/load.ts';
import { loadStrapi } from '../../../scripts/strapi/with-strapi.ts';
import { freePort } from '../../../scripts/testing/free-port.ts';
import { tell, until } from './telling.ts';

/** A cms of its own whose database lets nobody in any more, and lets them in again. Prints one line of JSON. */
const [port, monitoringPort] = [await freePort(), await freePort()];
Object.assign(process.env, { PORT: port, MONITORING_PORT: monitoringPort });
loadEnvironment();
const strapi = await loadStrapi();
await strapi.start();

const ask = async (at: string, path: string) => {
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${at}${path}`);
  const text = await response.text();
  return {
    status: response.status,
    body: path === '/metrics' ? text : JSON.parse(text),
    ms: Math.round(performance.now() - started),
  };
};
const everywhere = async () => ({
  live: await ask(port, '/_health/live'),
  ready: await ask(port, '/_health/ready'),
  liveOfListener: await ask(monitoringPort, '/_health/live'),
  readyOfListener: await ask(monitoringPort, '/_health/ready'),
  metrics: await ask(monitoringPort, '/metrics'),
});

const name = new URL(process.env.DATABASE_URL as string).pathname.slice(1);
const keeper = new Client({ connectionString: process.env.TEST_DATABASE_URL });
await keeper.connect();
const let_in = (yes: boolean) => keeper.query(`alter database ${name} allow_connections ${yes}`);
const becomes = (status: number) => until(async () => (await ask(port, '/_health/ready')).status === status);

// Those who registered this listener at the start may be slow to come.
await until(() =>
  ask(monitoringPort, '/_health/live').then(
    ({ status }) => status === 200,
    () => false,
  ),
);
const before = await everywhere();

const lostAt = performance.now();
await let_in(false);
await keeper.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
await becomes(503);
const noticedMs = Math.round(performance.now() - lostAt);
const without = {
  ...(await everywhere()),
  ofStrapi: (await fetch(`http://127.0.0.1:${port}/_health`)).status,
};

// A flood of probes while the database is away: how long they take, all together.
const floodAt = performance.now();
const flood = await Promise.all(Array.from({ length: 500 }, () => ask(port, '/_health/ready')));
const floodMs = Math.round(performance.now() - floodAt);

await let_in(true);
await becomes(200);
const again = await everywhere();

// Told to end: something of the application takes its time, as work that is under way does.
let finish: () => void = () => {};
strapi.app = { ...strapi.app, destroy: () => new Promise<void>((resolve) => (finish = resolve)) } as never;
process.kill(process.pid, 'SIGTERM');
await new Promise((resolve) => setTimeout(resolve, 50));
const told = { ready: await ask(port, '/_health/ready'), live: await ask(port, '/_health/live') };
await keeper.end();
tell({
  before,
  without,
  noticedMs,
  flood: [...new Set(flood.map(({ status }) => status))],
  floodMs,
  again,
  told,
});
finish();
