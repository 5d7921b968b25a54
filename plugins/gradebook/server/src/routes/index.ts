import { GRADE_ACTION } from '../../../shared/contracts/gradebook';

/**
 * Who has the action may come in; whose module it is, each service checks for itself (M6): a role cannot tell one
 * teacher from another.
 */
const config = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [GRADE_ACTION] } },
  ],
};

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/modules', handler: 'gradebook.modules', config },
      { method: 'GET', path: '/modules/:moduleKey', handler: 'gradebook.gradebook', config },
      { method: 'PUT', path: '/modules/:moduleKey/marks', handler: 'gradebook.save', config },
      { method: 'GET', path: '/modules/:moduleKey/csv', handler: 'gradebook.csv', config },
      { method: 'POST', path: '/modules/:moduleKey/import', handler: 'gradebook.import', config },
      {
        method: 'GET',
        path: '/modules/:moduleKey/history/:enrollmentKey',
        handler: 'gradebook.history',
        config,
      },
    ],
  },
};
