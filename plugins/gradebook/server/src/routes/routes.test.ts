import { routes } from '.';

describe('every route of the gradebook (M6)', () => {
  it.each(routes.admin.routes)(
    '$method $path asks for an admin session and for the permission to grade',
    ({ config }) => {
      expect(config.policies).toEqual([
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: ['plugin::gradebook.grade'] } },
      ]);
    },
  );

  it('is an admin route: the content API has none', () => {
    expect(Object.keys(routes)).toEqual(['admin']);
    expect(routes.admin.type).toBe('admin');
  });
});
