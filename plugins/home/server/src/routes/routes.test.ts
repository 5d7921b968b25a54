import { routes } from '.';

describe('every route of the first page', () => {
  it.each([
    ['/teaching', 'plugin::gradebook.grade'],
    ['/writing', 'plugin::authoring.author'],
  ])('%s asks for an admin session and for the permission of its widget', (path, action) => {
    const route = routes.admin.routes.find((one) => one.path === path);
    expect(route?.config.policies).toEqual([
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [action] } },
    ]);
  });

  it('is an admin route, and there are no others', () => {
    expect(Object.keys(routes)).toEqual(['admin']);
    expect(routes.admin.type).toBe('admin');
    expect(routes.admin.routes).toHaveLength(2);
  });
});
