import type { ContentAction } from './permitted-rows';

export interface GuardedRoute {
  method: string;
  path: string;
  config?: { policies?: unknown[] };
}

/** Puts a policy in front of a route of Strapi's. @throws where there is no such route: it may have moved with a version. */
export function guard(routes: GuardedRoute[], method: string, path: string, policy: unknown): void {
  const route = routes.find((one) => one.method === method && one.path === path);
  if (!route) throw new Error(`Strapi has no route ${method} ${path} to guard`);
  route.config = { ...route.config, policies: [...(route.config?.policies ?? []), policy] };
}

export const withinBounds = (action: ContentAction) => ({
  name: 'global::within-bounds',
  config: { action },
});

/** Only for who holds a permission, where Strapi asks no more than that somebody is signed in. */
export const holding = (permission: string) => ({
  name: 'admin::hasPermissions',
  config: { actions: [permission] },
});
