import type { Core } from '@strapi/types';
import { controllers } from './controllers';
import { routes } from './routes';
import unfinished from './services/unfinished';

export default {
  routes,
  controllers,
  services: { unfinished },
  /** Here, not in `register`: the admin reads the actions of all plugins when it gives the super admin theirs. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.service('admin::permission').actionProvider.registerMany([
      {
        section: 'plugins',
        displayName: 'Arrange, check, import and export modules',
        uid: 'author',
        pluginName: 'authoring',
      },
    ]);
  },
};
