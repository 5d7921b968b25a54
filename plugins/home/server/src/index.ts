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
    await strapi.service('admin::permission').actionProvider.registerMany([
      {
        section: 'plugins',
        displayName: 'See on the first page whether everything runs',
        uid: 'health',
        pluginName: 'home',
      },
    ]);
  },
};
