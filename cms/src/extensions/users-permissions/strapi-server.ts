import type { Core } from '@strapi/types';

type Plugin = {
  routes: Record<string, unknown>;
  services: Record<string, (context: { strapi: Core.Strapi }) => Record<string, unknown>>;
};

/**
 * Readers of the site are known by a session in PostgreSQL, not by a JSON Web Token: a session ends at once on log-out,
 * password change, block and deletion, which a signed token cannot do. Strapi's own strategy, roles and permissions stay;
 * only the question "whose token is this" is answered from the sessions table.
 */
export default (plugin: Plugin): Plugin => {
  const originalJwt = plugin.services.jwt;

  plugin.services.jwt = (context) => ({
    ...originalJwt?.(context),
    async getToken(ctx: { request: { header: { authorization?: string } } }) {
      const [scheme, token] = ctx.request.header.authorization?.split(/\s+/) ?? [];
      if (scheme?.toLowerCase() !== 'bearer' || !token) return null;
      const user = await context.strapi.service('api::session.session').userOf(token);
      if (!user) throw new Error('No such session');
      return { id: user.id };
    },
  });

  // Accounts have routes of their own (api/account): the plugin's tell a known address from an unknown one.
  plugin.routes['content-api'] = { type: 'content-api', routes: [] };
  return plugin;
};
