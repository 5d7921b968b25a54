import type { Core } from '@strapi/types';

/**
 * Who reads the site: the user a session token belongs to, or a visitor. For the routes of `src/api`, which say
 * themselves who may call them; a token that has ended counts as none.
 */
const siteReader = {
  name: 'site-reader',
  async authenticate(ctx: any) {
    const strapi = (globalThis as unknown as { strapi: Core.Strapi }).strapi;
    const [scheme, token] = ctx.request.header.authorization?.split(/\s+/) ?? [];
    const user =
      scheme?.toLowerCase() === 'bearer' && token
        ? await strapi.service('api::session.session').userOf(token)
        : null;
    if (user) ctx.state.user = user;
    return { authenticated: true, credentials: user };
  },
  /** Nothing beyond the route's own policies. */
  verify: () => {},
};

/** A route for everybody; a session adds what is the reader's own. */
export const anybody = { auth: { strategies: [siteReader] } };

/** A route for signed-in students: anybody else gets 401. */
export const student = { ...anybody, policies: ['global::is-student'] };
