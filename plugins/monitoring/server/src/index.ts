import type { Core } from '@strapi/types';
import { config } from './config';
import { publicProbes } from './health/public-probes';
import { createMonitor, type Monitor } from './monitor';

export type { Monitor } from './monitor';

type Context = { strapi: Core.Strapi };
const monitorOf = (strapi: Core.Strapi): Monitor => strapi.plugin('monitoring').service('monitor');

export default {
  config,
  services: {
    monitor: ({ strapi }: Context) => createMonitor(strapi),
  },
  register({ strapi }: Context) {
    const { readiness, metrics, register } = monitorOf(strapi);
    register();
    strapi.server.use(publicProbes(readiness)).use(metrics.middleware);
  },
  bootstrap({ strapi }: Context) {
    monitorOf(strapi).bootstrap();
  },
  async destroy({ strapi }: Context) {
    await monitorOf(strapi).stop();
  },
};
