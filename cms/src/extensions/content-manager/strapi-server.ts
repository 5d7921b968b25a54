import { countPermitted } from '../../bounds/count-permitted';
import { guard, type GuardedRoute, withinBounds } from '../../bounds/guard-routes';
import type { ContentAction } from '../../bounds/permitted-rows';

interface Plugin {
  routes: { admin: { routes: GuardedRoute[] } };
  controllers: { homepage: (context: unknown) => Record<string, (ctx: any) => Promise<unknown>> };
}

const OF_DOCUMENTS = '/collection-types/:model';
/** Where Strapi names documents, and what it does with them. */
const GUARDED: [string, string, ContentAction][] = [
  ['GET', '/:id', 'read'],
  ['PUT', '/:id', 'update'],
  ['DELETE', '/:id', 'delete'],
  ['POST', '/clone/:sourceId', 'read'],
  ['POST', '/auto-clone/:sourceId', 'read'],
  ['POST', '/:id/actions/publish', 'publish'],
  ['POST', '/:id/actions/unpublish', 'publish'],
  ['POST', '/:id/actions/discard', 'update'],
  ['GET', '/:id/actions/countDraftRelations', 'read'],
  ['GET', '/actions/countManyEntriesDraftRelations', 'read'],
  ['POST', '/actions/bulkFindForValidation', 'read'],
  ['POST', '/actions/bulkDelete', 'delete'],
  ['POST', '/actions/bulkPublish', 'publish'],
  ['POST', '/actions/bulkUnpublish', 'publish'],
];

/** Asks the conditions of roles where the content manager itself does not (L3, M6). */
export default (plugin: Plugin): Plugin => {
  const { routes } = plugin.routes.admin;
  for (const [method, path, action] of GUARDED)
    guard(routes, method, OF_DOCUMENTS + path, withinBounds(action));
  const readsRelation = (target: boolean) => ({ name: 'global::may-read-relation', config: { target } });
  guard(routes, 'GET', '/relations/:model/:targetField', readsRelation(true));
  guard(routes, 'GET', '/relations/:model/:id/:targetField', readsRelation(false));
  const { homepage } = plugin.controllers;
  plugin.controllers.homepage = (context) => {
    const own = homepage(context);
    const countAll = own.getCountDocuments;
    if (!countAll) throw new Error('Strapi’s home page counts documents in another way by now');
    return { ...own, getCountDocuments: async (ctx) => (await countPermitted(ctx)) ?? countAll(ctx) };
  };
  return plugin;
};
