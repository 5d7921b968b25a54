import type { Core } from '@strapi/types';
import { controllers } from './controllers';
import { routes } from './routes';
import { services } from './services';

export default {
  routes,
  controllers,
  services,
  /** Here, not in `register`: the admin reads the actions of all plugins when it gives the super admin theirs. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const { actionProvider } = strapi.service('admin::permission');
    await actionProvider.registerMany([
      { section: 'plugins', displayName: 'Read', uid: 'read', pluginName: 'sample-plugin' },
    ]);
  },
};
