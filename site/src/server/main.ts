import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from 'astro/app/entrypoint';
import { createRequestFromNodeRequest, getAbortControllerCleanup } from 'astro/app/node';
import { setGetEnv } from 'astro/env/setup';
import { createCms } from '../lib/cms/client';
import { flushLog, log } from '../lib/log';
import { createHandler, MAX_BODY } from './handle';
import { isReadable } from './is-readable';
import { keepPages, type Rendered } from './kept-pages';
import { watchRevision } from './revision-watch';
import { reportErrors } from './report-errors';
import { readStaticFiles } from './static-files';

/**
 * The site's process: `node dist/server/entry.mjs`. Astro makes pages; this listens, keeps pages for visitors, compresses,
 * serves the files of the build, and ends in good order. `astro dev` does without it.
 */
setGetEnv((name) => process.env[name]);
const { PORT = '4321', HOST = '127.0.0.1' } = process.env;
const SITE_URL = process.env.SITE_URL ?? 'http://localhost:4321';
const CMS_URL = process.env.CMS_URL ?? 'http://127.0.0.1:1337';

/** Finished pages, in every encoding: thousands of them. */
const MAX_PAGE_BYTES = 64_000_000;
const KNOWN_ROUTES = 1_000;
/** Connections of nginx stay open for 60 s there: whoever closes first must not be us. */
const KEEP_ALIVE_MS = 75_000;
/** Shorter than the launcher's, and systemd's, patience. */
const STOP_MS = 10_000;

/** The folder beside the one this is in, however deep the bundler put it. */
function clientFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (path.basename(folder) !== 'server' && folder !== path.dirname(folder)) folder = path.dirname(folder);
  return path.join(folder, '..', 'client');
}

// Not streamed: a page that fails half-way is an error page, and not half a page.
process.on('exit', flushLog);
await reportErrors(process.env);
const app = createApp({ streaming: false });
const cms = createCms({ baseUrl: CMS_URL, token: null, address: '127.0.0.1', requestId: 'site' });

/** A page for nobody in particular: the request it is made from holds its address, and nothing of any visitor's. */
async function renderShared(address: string, locals: { isCmsAway?: boolean } = {}): Promise<Rendered> {
  const response = await app.render(new Request(new URL(address, SITE_URL)), {
    addCookieHeader: true,
    clientAddress: '127.0.0.1',
    locals,
  });
  const { status, headers } = response;
  return { status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

const routes = new Map<string, string>();
/** Found out once for an address that is asked for often; the memory of it is bounded. */
function routeOf(address: string): string {
  const known = routes.get(address);
  if (known !== undefined) return known;
  let route = 'none';
  try {
    // Of one that is not, Astro itself would write a line.
    if (isReadable(address)) route = app.match(new Request(new URL(address, SITE_URL)))?.route ?? 'none';
  } catch {
    // No address at all.
  }
  if (routes.size >= KNOWN_ROUTES) routes.clear();
  routes.set(address, route);
  return route;
}

const server = createServer(
  createHandler({
    files: await readStaticFiles(clientFolder()),
    pages: keepPages(MAX_PAGE_BYTES, (address) => renderShared(address)),
    watch: watchRevision(() => cms.revision()),
    routeOf,
    renderAway: (address) => renderShared(address, { isCmsAway: true }),
    async render(request, response) {
      const asked = createRequestFromNodeRequest(request, { bodySizeLimit: MAX_BODY });
      response.once('close', () => getAbortControllerCleanup(request)?.());
      return app.render(asked, { addCookieHeader: true });
    },
  }),
);
server.keepAliveTimeout = KEEP_ALIVE_MS;
server.headersTimeout = KEEP_ALIVE_MS + 5_000;

server.listen(Number(PORT), HOST, () => log('info', `the site listens on http://${HOST}:${PORT}`));
server.on('error', ({ message }) => {
  log('error', `the site cannot listen on ${HOST}:${PORT}: ${message}`);
  process.exit(1);
});

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // What is under way is answered; idle connections are closed by `close` itself.
    server.close(() => process.exit(0));
    setTimeout(() => server.closeAllConnections(), STOP_MS).unref();
  });
}
