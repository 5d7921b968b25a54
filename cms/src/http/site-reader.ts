import type { Core } from '@strapi/types';
import { READER_HEADER } from '../../shared/contracts/session';

/**
 * Who reads the site: the user a session token belongs to, or a visitor. For the routes of `src/api`, which say
 * themselves who may call them; a token that has ended counts as none. Every answer says who it is for, so that a page of
 * a reader takes one request and not two.
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
    if (user) {
      ctx.state.user = user;
      const me = strapi.service('api::account.account').me(user);
      ctx.set(READER_HEADER, Buffer.from(JSON.stringify(me)).toString('base64url'));
    }
    return { authenticated: true, credentials: user };
  },
  /** Nothing beyond the route's own policies. */
  verify: () => {},
};

/** A route for everybody; a session adds what is the reader's own. */
export const anybody = { auth: { strategies: [siteReader] } };

/** A route for signed-in students: anybody else gets 401. */
export const student = { ...anybody, policies: ['global::is-student'] };
