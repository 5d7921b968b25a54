import type { Core } from '@strapi/types';
import { config } from './config';
import status from './controllers/status';
import { publicProbes } from './health/public-probes';
import { createMonitor, type Monitor } from './monitor';
import { adminRoutes } from './routes/admin';
import { createStatus } from './status/status';

export type { Monitor } from './monitor';

type Context = { strapi: Core.Strapi };
const monitorOf = (strapi: Core.Strapi): Monitor => strapi.plugin('monitoring').service('monitor');

export default {
  config,
  routes: { admin: adminRoutes },
  controllers: { status },
  services: {
    monitor: ({ strapi }: Context) => createMonitor(strapi),
    status: ({ strapi }: Context) => createStatus(strapi, monitorOf(strapi).upkeep),
  },
  register({ strapi }: Context) {
    const { readiness, metrics, register } = monitorOf(strapi);
    register();
    strapi.server.use(publicProbes(readiness)).use(metrics.middleware);
  },
  async bootstrap({ strapi }: Context) {
    monitorOf(strapi).bootstrap();
    // The admin reads the actions of all plugins when it gives the super admin theirs.
    await strapi
      .service('admin::permission')
      .actionProvider.registerMany([
        { section: 'plugins', displayName: 'See the status', uid: 'read', pluginName: 'monitoring' },
      ]);
  },
  async destroy({ strapi }: Context) {
    await monitorOf(strapi).stop();
  },
};
