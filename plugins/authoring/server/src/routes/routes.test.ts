import { routes } from '.';

describe('every route of authoring (L3)', () => {
  it.each(routes.admin.routes)('$method $path asks for an admin session and for the permission', (route) => {
    expect(route.config.policies).toEqual([
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: ['plugin::authoring.author'] } },
    ]);
  });

  it('is an admin route: the content API has none', () => {
    expect(Object.keys(routes)).toEqual(['admin']);
    expect(routes.admin.type).toBe('admin');
  });
});
