import type { Server } from 'node:http';
import type { Core } from '@strapi/types';
import type { MonitoringConfig } from './config';
import { checkDatabase, checkQueue, watchClock } from './health/checks';
import { createReadiness } from './health/readiness';
import { close, listen } from './listener/listener';
import { createMetrics } from './metrics/metrics';
import { createUpkeep, type Upkeep } from './upkeep/upkeep';

export type Monitor = ReturnType<typeof createMonitor>;

/** Health and metrics of this process. */
export function createMonitor(strapi: Core.Strapi, upkeep: Upkeep = createUpkeep(strapi)) {
  const readiness = createReadiness((line) => strapi.log.warn(`monitoring: ${line}`));
  const metrics = createMetrics(strapi, upkeep);
  let clock: ReturnType<typeof watchClock> | null = null;
  let server: Server | null = null;

  async function open(): Promise<void> {
    const { port, host } = strapi.config.get('plugin::monitoring') as MonitoringConfig;
    if (port === null || server) return;
    metrics.start();
    server = await listen({ port, host }, { readiness, metrics: metrics.read }, strapi.log);
  }

  return {
    /** `add(name, ask)`: a check of one's own, in `register()` or `bootstrap()`; `ask` throws when something is wrong. */
    readiness,
    metrics,
    upkeep,

    register(): void {
      clock = watchClock(strapi);
      checkDatabase(strapi, readiness);
    },

    bootstrap(): void {
      checkQueue(strapi, readiness);
      // Before Strapi's own listeners are through: whoever asks meanwhile is told to go elsewhere.
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, readiness.stop);
      // A command that only loads the application serves nobody, and must not take the port of the one that does.
      strapi.server.httpServer.once('listening', () => void open());
    },

    /** For a worker, which has no server of its own to be asked through: call it before the work is started. */
    async startInWorker(): Promise<void> {
      clock?.addTo(readiness);
      await open();
    },

    async stop(): Promise<void> {
      readiness.stop();
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, readiness.stop);
      metrics.stop();
      if (server) await close(server);
      server = null;
    },
  };
}
