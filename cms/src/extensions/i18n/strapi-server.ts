import { guard, type GuardedRoute, holding, withinBounds } from '../../bounds/guard-routes';

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
  // Any of the staff could change the settings of languages for everybody.
  guard(plugin.routes.admin.routes, 'PUT', '/settings', holding('plugin::i18n.locale.update'));
  return plugin;
};
