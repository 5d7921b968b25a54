import { READ_ACTION } from '../../../shared/contracts/sample-plugin';

const config = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [READ_ACTION] } },
  ],
};

export const routes = {
  admin: {
    type: 'admin',
    routes: [{ method: 'GET', path: '/summary', handler: 'summary.read', config }],
  },
};
