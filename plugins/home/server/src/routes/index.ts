import { AUTHOR_ACTION, GRADE_ACTION } from '../../../shared/permissions';

const route = (path: string, handler: string, action: string) => ({
  method: 'GET',
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [action] } },
    ],
  },
});

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      route('/teaching', 'home.teaching', GRADE_ACTION),
      route('/writing', 'home.writing', AUTHOR_ACTION),
    ],
  },
};
