import { randomUUID } from 'node:crypto';
import { CMS_URL, PROXY_HOPS, SITE_SECRET, SITE_URL } from 'astro:env/server';
import { defineMiddleware } from 'astro:middleware';
import { toRememberedStart } from './features/language/remember';
import { addressOfFile, localeOfPath, withoutLocale } from './i18n/locales';
import { clientAddress } from './lib/client-address';
import { createCms, Unavailable } from './lib/cms/client';
import { logError } from './lib/log';
import { takeFlash } from './lib/session/flash-cookie';
import { comesFromHere } from './lib/session/same-origin';
import { openSession } from './lib/session/session';
import { contentPolicy } from './security-policy';

/**
 * Puts the reader, their language and their way to the cms beside each request. Says nothing of who may see what: each
 * page asks for that itself.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  const start = toRememberedStart(context);
  if (start) return start;
  const file = addressOfFile(context.url.pathname);
  if (file) return context.redirect(file + context.url.search, 308);
  // A page that gives way to another one (404) comes through here twice: what was asked for stays what it was.
  const requestId = (context.locals.requestId ??=
    context.request.headers.get('x-request-id')?.match(/^[\w-]{8,64}$/)?.[0] ?? randomUUID());
  const asked = (context.locals.asked ??= context.url.pathname);
  const address = clientAddress(
    () => context.clientAddress,
    context.request.headers.get('x-forwarded-for'),
    PROXY_HOPS,
  );
  const cmsOf = (token: string | null) =>
    createCms({
      ...{ baseUrl: CMS_URL, token, address, requestId, siteSecret: SITE_SECRET },
      onReader: (me) => context.locals.session.know(me),
    });
  context.locals.locale = localeOfPath(asked);
  context.locals.session = openSession(context.cookies, SITE_URL, cmsOf);
  context.locals.cms = cmsOf(context.locals.session.token);
  context.locals.flash = context.request.method === 'GET' ? takeFlash(context.cookies) : null;

  // Another page instead; it is given no body, since that of a form may have been read.
  const instead = (path: string) =>
    next(new Request(new URL(path, context.url), { headers: context.request.headers }));
  // Every page is written once: `/es/…` is the same page in Spanish.
  const { pathname, search } = context.url;
  let response: Response;
  try {
    if (context.locals.isCmsAway) throw new Unavailable('The cms is known to be away');
    if (!comesFromHere(context.request.method, context.request.headers))
      response = await instead('/forbidden');
    else response = await (localeOfPath(pathname) === 'en' ? next() : next(withoutLocale(pathname) + search));
  } catch (error) {
    if (!(error instanceof Unavailable)) logError(error, { requestId, route: context.routePattern });
    response = await instead(error instanceof Unavailable ? '/unavailable' : '/500');
  }
  const { frames, ancestors } = context.locals;
  const policy = response.headers.get('Content-Security-Policy') ?? contentPolicy({ frames, ancestors });
  response.headers.set('Content-Security-Policy', policy);
  // Astro leaves the encoding to the page's own <meta>.
  if (response.headers.get('Content-Type') === 'text/html')
    response.headers.set('Content-Type', 'text/html; charset=utf-8');
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('X-Request-Id', requestId);
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store');
  return response;
});
