import { loadEnvironment } from '../environment/load.ts';
import { main, Problem } from '../problem.ts';

/** A little less than units have to start. */
const PATIENCE_MS = 290_000;
const PAUSE_MS = 250;

/** `await-ready.ts CMS_PORT`: ends well as soon as the process that listens there says that it is ready. */
await main(async () => {
  const settings = loadEnvironment();
  const name = process.argv[2] as 'CMS_PORT' | 'SITE_PORT' | 'WORKER_MONITORING_PORT';
  const port = settings[name];
  if (!port)
    throw new Problem(`${name} is not set.`, 'A process that nobody can ask is not known to be ready.');
  const host =
    name === 'WORKER_MONITORING_PORT' ? (process.env.MONITORING_HOST ?? '127.0.0.1') : settings.HOST;
  const until = Date.now() + PATIENCE_MS;
  const isReady = async (): Promise<boolean> =>
    (await fetch(`http://${host}:${port}/_health/ready`, { signal: AbortSignal.timeout(3_000) })).ok;
  while (!(await isReady().catch(() => false))) {
    if (Date.now() > until)
      throw new Problem(`${name} ${port} did not get ready.`, 'Its journal says why: journalctl -u <unit>.');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
});
