import { READ_ACTION } from '../../../shared/contracts/status';

/** See `shared/contracts/status.ts`. */
export const adminRoutes = {
  type: 'admin',
  routes: [
    {
      method: 'GET',
      path: '/status',
      handler: 'status.read',
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          { name: 'admin::hasPermissions', config: { actions: [READ_ACTION] } },
        ],
      },
    },
  ],
};
