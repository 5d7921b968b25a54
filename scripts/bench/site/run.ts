import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { buildAll } from '../../build/build-all.ts';
import { ensureDatabase } from '../../database/cluster.ts';
import { openDatabase } from '../../database/open-database.ts';
import { ensureEnvFile, loadEnvironment } from '../../environment/load.ts';
import { ROOT } from '../../paths.ts';
import { startDatabaseProxy } from '../../testing/database-proxy.ts';
import { descendantsOf, megabytesOf } from '../child-processes.ts';
import { figure, table } from '../table.ts';
import { aimsOf, type Findings, type Page } from './aims.ts';
import { type LoadResult, putUnderLoad, takeTurns } from './load.ts';
import { startNginx, whyNoNginx } from './nginx.ts';
import { weigh } from './page-weight.ts';
import { endAll, startBareNode, startCms, startRest, startSite } from './school-server.ts';
import { codeOf, READER, seedSchool, slugOf } from './seed.ts';

const FOLDER = path.join(ROOT, '.data', 'bench', 'site');
const DATABASE = 'lumino_bench_site';
const CONNECTIONS = [1, 10, 100];
/** The one that the aims are about. */
const COMPARED = 10;
const REQUESTS = 100_000;
/** Of those, read by somebody who is signed in. */
const LESSONS = 10_000;
const SMALL = { modules: 20, lessonsEach: 100 };
const LARGE = { modules: 200, lessonsEach: 100 };

const MODULE = codeOf(7);
const PATHS: Record<Page, string> = {
  catalogue: '/catalog',
  module: `/modules/${MODULE}`,
  lesson: `/modules/${MODULE}/lessons/${slugOf(42)}`,
};
const PAGES = Object.keys(PATHS) as Page[];
const SIGNED_IN = { cookie: `session=${READER.token}` };
const headersOf = (page: Page): Record<string, string> => (page === 'lesson' ? SIGNED_IN : {});
/** The same content, as Strapi gives it by itself. */
const REST: Record<Page, string> = {
  catalogue:
    '/api/modules?locale=en&sort=name&pagination[pageSize]=24&populate[cover]=true&populate[teacher]=true',
  module: `/api/modules?locale=en&filters[code]=${MODULE}&populate[teacher]=true&populate[lessons][fields][0]=title&populate[lessons][fields][1]=slug&populate[lessons][fields][2]=minutes`,
  lesson: '/api/lessons?locale=en&filters[documentId]=lesson-7-42&populate[sections][populate]=*',
};

const HEADINGS = ['', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms each', 'per core'];

/** Measures the site beside nginx and Strapi's REST, in one run, and prints the tables and what became of the aims. */
export async function benchSite({ seconds }: { seconds: number }): Promise<void> {
  ensureEnvFile();
  // Connections that are measured are none of a browser's: no address of the school is needed.
  const settings = loadEnvironment();
  await buildAll();
  mkdirSync(FOLDER, { recursive: true });
  const server = await openDatabase(settings);
  const keeper = new Client({ connectionString: server.url });
  // Somebody who stops the database ends this connection as well.
  keeper.on('error', () => {});
  await keeper.connect();
  try {
    await measure(server.url, keeper, seconds);
  } finally {
    endAll();
    await keeper.end();
    server.close();
  }
}

async function measure(serverUrl: string, keeper: Client, seconds: number): Promise<void> {
  const at = (name: string) => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await keeper.query(`drop database if exists ${DATABASE} with (force)`);
  await ensureDatabase(serverUrl, DATABASE);
  const databaseUrl = at(DATABASE);
  const backends = async (): Promise<number[]> =>
    (await keeper.query('select pid from pg_stat_activity where datname = $1', [DATABASE])).rows.map(
      ({ pid }) => pid,
    );
  const seed = async (school: typeof SMALL) => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await seedSchool((text, values) => client.query(text, values), school);
    await client.end();
    console.log(`✓ A school of ${school.modules} modules, ${school.modules * school.lessonsEach} lessons`);
  };
  const rows: string[][] = [];
  const findings: Findings = {
    ...{ site: {}, nginx: {}, rest: {}, grown: {}, scripts: {} },
    ...{ lessonQueries: null, memory: null },
  };
  const row = (
    label: string,
    connections: number,
    { perSecond, p50Ms, p99Ms, cpuMs, perCore }: LoadResult,
  ) => {
    rows.push([label, String(connections), ...[perSecond, p50Ms, p99Ms, cpuMs, perCore].map(figure)]);
    console.log(`  ${label}, ${connections}: ${figure(perSecond)}/s`);
  };

  // Strapi makes the tables; its statements go through a proxy that counts them.
  const proxy = await startDatabaseProxy(databaseUrl);
  const counted = await startCms(proxy.url);
  await seed(SMALL);
  const countedSite = await startSite(counted.url);
  const queries: string[][] = [];
  for (const page of PAGES) {
    // A reader goes from lesson to lesson, and where they are is kept.
    const paths =
      page === 'lesson' ? [PATHS.lesson, `/modules/${MODULE}/lessons/${slugOf(43)}`] : [PATHS[page]];
    let asked = 0;
    const ask = async () => {
      const path = paths[asked++ % paths.length] as string;
      await (await fetch(countedSite.url + path, { headers: headersOf(page) })).text();
    };
    for (const _each of paths) await ask();
    // The revision may be asked for in between, once a second: the least of some is what the page itself takes.
    let least = Infinity;
    for (let time = 0; time < 5; time++) {
      proxy.statements.length = 0;
      await ask();
      least = Math.min(least, proxy.statements.filter((text) => !/pgboss/.test(text)).length);
    }
    if (page === 'lesson') findings.lessonQueries = least;
    queries.push([page, String(least)]);
  }
  await countedSite.stop();
  await counted.stop();
  await proxy.close();

  const cms = await startCms(databaseUrl);
  const site = await startSite(cms.url);
  const all = async () => [site.pid, cms.pid, ...(await backends())];
  const weights: string[][] = [];
  const html: Record<string, string> = {};
  for (const page of PAGES) {
    const weight = await weigh(site.url, PATHS[page], headersOf(page));
    findings.scripts[page] = weight.script;
    weights.push([page, ...[weight.html, weight.htmlBrotli, weight.css, weight.script].map(String)]);
    html[page] = await (await fetch(site.url + PATHS[page], { headers: headersOf(page) })).text();
  }
  const noNginx = whyNoNginx();
  const nginx = noNginx ? null : await startNginx(FOLDER, html);
  const files = PAGES.map((page) => path.join(FOLDER, `${page}.html`));
  for (const [index, page] of PAGES.entries()) writeFileSync(files[index] as string, html[page] as string);
  const bare = await startBareNode(files);
  for (const page of PAGES) {
    const isWhole = page === 'lesson';
    const headers = headersOf(page);
    const contestants = [
      // Of what is kept, cms and database know nothing.
      {
        label: `site, ${page}${isWhole ? ' (with cms and database)' : ''}`,
        load: { url: site.url + PATHS[page], headers, pids: isWhole ? all : () => [site.pid] },
      },
      ...(nginx
        ? [
            {
              label: `nginx, ${page} as a file`,
              load: {
                url: `${nginx.url}/${page}.html`,
                pids: () => [nginx.pid, ...descendantsOf(nginx.pid)],
              },
            },
          ]
        : []),
      {
        label: `Node’s http alone, ${page}`,
        load: { url: `${bare.url}/${page}.html`, pids: () => [bare.pid] },
      },
    ];
    for (const connections of CONNECTIONS) {
      const loads = contestants.map(({ load }) => ({ ...load, connections }));
      const results = await takeTurns(loads, seconds);
      for (const [index, { label }] of contestants.entries())
        row(label, connections, results[index] as LoadResult);
      if (connections !== COMPARED) continue;
      findings.site[page] = results[0];
      if (nginx) findings.nginx[page] = results[1];
    }
  }
  await nginx?.stop();
  await bare.stop();

  const rest = await startRest(databaseUrl);
  for (const page of PAGES) {
    const pids = async () => [rest.pid, ...(await backends())];
    const result = await putUnderLoad({ url: rest.url + REST[page], connections: COMPARED, seconds, pids });
    findings.rest[page] = result;
    row(`Strapi’s REST, ${page} as JSON`, COMPARED, result);
  }
  await rest.stop();

  // A half first: then whatever is filled once is full, and the heap as large as V8 lets it be.
  const ask = async (part: number) => {
    const each = (REQUESTS - LESSONS) * part;
    for (const [page, requests] of [
      ['catalogue', each / 2],
      ['module', each / 2],
      ['lesson', LESSONS * part],
    ] as const)
      await putUnderLoad({
        ...{ url: site.url + PATHS[page], connections: COMPARED, requests: Math.round(requests) },
        ...{ headers: headersOf(page), pids: all },
      });
    return megabytesOf([site.pid]);
  };
  const early = await ask(0.5);
  const late = await ask(0.5);
  findings.memory = { early, late, requests: REQUESTS };
  const cmsMegabytes = megabytesOf([cms.pid]);

  await seed(LARGE);
  for (const page of ['module', 'lesson'] as const) {
    const load = {
      url: site.url + PATHS[page],
      seconds: 1,
      connections: COMPARED,
      headers: headersOf(page),
      pids: page === 'lesson' ? all : () => [site.pid],
    };
    // What has to be loaded once is, before it is measured.
    await putUnderLoad(load);
    const result = await putUnderLoad({ ...load, seconds });
    findings.grown[page] = result;
    row(`site, ${page}, ten times the lessons`, COMPARED, result);
  }
  await site.stop();
  await cms.stop();
  await keeper.query(`drop database if exists ${DATABASE} with (force)`);

  console.log(`\n${table(HEADINGS, rows)}\n`);
  console.log(`${table(['', 'HTML', 'as brotli', 'CSS, as brotli', 'JavaScript'], weights)}\n`);
  console.log(`${table(['', 'queries for each page, once it was read before'], queries)}\n`);
  console.log(
    `After ${REQUESTS} requests: site ${figure(late)} MB, cms ${figure(cmsMegabytes)} MB (resident, shared parts once).\n`,
  );
  if (noNginx) console.log(`Left out – nginx: ${noNginx}\n`);
  for (const { aim, isMet, found } of aimsOf(findings))
    console.log(`${isMet === null ? '?' : isMet ? '✓ met    ' : '✗ not met'}  ${aim}: ${found}`);
}
