import { controllers } from '../controllers';
import { routes } from '.';

describe('every route', () => {
  it.each(routes.admin.routes)(
    '$method $path asks for an admin session and for the permission',
    ({ config }) => {
      expect(config.policies).toEqual([
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: ['plugin::sample-plugin.read'] } },
      ]);
    },
  );

  it.each(routes.admin.routes)('$method $path names a controller that is there', ({ handler }) => {
    expect(Object.keys(controllers)).toContain(handler.split('.')[0]);
  });
});
