import { guard, type GuardedRoute, holding } from '../../bounds/guard-routes';

interface Plugin {
  routes: { admin: { routes: GuardedRoute[] } };
}

/** Any of the staff could send any mail to anybody, in the school's name. */
export default (plugin: Plugin): Plugin => {
  guard(plugin.routes.admin.routes, 'POST', '/', holding('plugin::email.settings.read'));
  return plugin;
};
