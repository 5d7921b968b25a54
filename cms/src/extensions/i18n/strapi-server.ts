import { guard, type GuardedRoute, withinBounds } from '../../bounds/guard-routes';

interface Plugin {
  routes: { admin: { routes: GuardedRoute[] } };
}

/** "Fill in from another language" reads a whole document: asks first whether it is the user's to read (L3). */
export default (plugin: Plugin): Plugin => {
  guard(
    plugin.routes.admin.routes,
    'GET',
    '/content-manager/get-fill-from-locale/:model',
    withinBounds('read'),
  );
  return plugin;
};
