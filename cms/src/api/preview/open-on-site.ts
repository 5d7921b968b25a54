import type { Core } from '@strapi/types';
import { previewTarget } from './preview-target';

/** Strapi's own: the admin's refresh token, sent to addresses below the admin's alone. */
const ADMIN_COOKIE = 'strapi_admin_refresh';

/**
 * Leads from the admin's preview to the site, with a ticket. A page that the admin shows inside itself cannot send the
 * admin's token, so the person is known by the cookie of their session; that is why this address is below `/admin`. A
 * ticket is made at the moment it is needed: addresses that the admin keeps for later have none in them.
 */
export function serveOpenOnSite(strapi: Core.Strapi): void {
  const siteUrl = strapi.config.get<string>('site.url');
  strapi.server.routes([
    {
      method: 'GET',
      path: `${strapi.config.get('admin.path', '/admin')}/preview-on-site`,
      handler: [
        async (ctx: any) => {
          const { type, id: documentId, locale, status } = ctx.query;
          const session = await strapi
            .sessionManager('admin')
            .validateRefreshToken(ctx.cookies.get(ADMIN_COOKIE) ?? '');
          const uid = type === 'module' || type === 'lesson' ? `api::${type}.${type}` : '';
          const target =
            session.isValid &&
            (await previewTarget(strapi, session.userId, { uid, documentId, locale, status }));
          ctx.set('Cache-Control', 'no-store');
          ctx.set('Referrer-Policy', 'no-referrer');
          if (!target) return ctx.redirect(`${siteUrl}${locale === 'es' ? '/es' : ''}/preview/refused`);
          const ticket = await strapi.service('api::preview.preview').issue(target);
          ctx.redirect(`${siteUrl}/preview/open/${ticket}?locale=${target.language}`);
        },
      ],
      config: { auth: false },
    } as never,
  ]);
}
