import { Client } from 'pg';
import { buildAll } from '../../build/build-all.ts';
import { ensureDatabase } from '../../database/cluster.ts';
import { openDatabase } from '../../database/open-database.ts';
import { ensureEnvFile, loadEnvironment } from '../../environment/load.ts';
import { endAll, startCms } from '../site/school-server.ts';
import { median } from '../statistics.ts';
import { table } from '../table.ts';
import { aimsOf, type Findings } from './aims.ts';
import {
  type Administrator,
  openBrowser,
  openContentManager,
  openGradebook,
  saveMarks,
  scrollThrough,
  signIn,
} from './browser.ts';
import { MODULE, seedClass } from './seed.ts';

const DATABASE = 'lumino_bench_gradebook';
const ENROLLMENT = 'api::enrollment.enrollment';
/** What Strapi's list shows at most. */
const LIST_PAGE = 100;
/** Steps of the wheel. */
const SCROLLED = 100;
const ADMINISTRATOR: Administrator = { email: 'bench@lumino.example', password: 'Measured-2026' };

/** Measures a large class in the gradebook beside Strapi's own list of the same rows, in one run and one browser. */
export async function benchGradebook({ students, runs }: { students: number; runs: number }): Promise<void> {
  ensureEnvFile();
  const settings = loadEnvironment();
  await buildAll();
  const server = await openDatabase(settings);
  const keeper = new Client({ connectionString: server.url });
  // Somebody who stops the database ends this connection as well.
  keeper.on('error', () => {});
  await keeper.connect();
  try {
    await keeper.query(`drop database if exists ${DATABASE} with (force)`);
    await ensureDatabase(server.url, DATABASE);
    const databaseUrl = Object.assign(new URL(server.url), { pathname: `/${DATABASE}` }).href;
    tell(await measure(databaseUrl, students, runs));
    await keeper.query(`drop database if exists ${DATABASE} with (force)`);
  } finally {
    endAll();
    await keeper.end();
    server.close();
  }
}

async function measure(databaseUrl: string, students: number, runs: number): Promise<Findings> {
  const cms = await startCms(databaseUrl);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const ask = await firstAdministrator(cms.url);
  const browser = await openBrowser();
  try {
    const page = await signIn(browser, cms.url, ADMINISTRATOR);
    const found: Record<Exclude<keyof Findings, 'students'>, number[]> = {
      ...{ open: [], save: [], scroll: [], listPage: [], listAll: [], answer: [] },
    };
    for (let run = 0; run < runs; run += 1) {
      await seedClass((text, values) => client.query(text, values), students);
      found.open.push(await openGradebook(page, cms.url, MODULE.key));
      found.scroll.push(await scrollThrough(page, SCROLLED));
      await page.reload();
      const marks = Array.from({ length: students }, (_, index) => String(1 + ((index + run) % 19) / 2));
      found.save.push((await saveMarks(page, marks)).save);
      await isStored(client, students);
      found.answer.push(await timed(() => ask(`/gradebook/modules/${MODULE.key}`)));
      found.listAll.push(
        await timed(async () => {
          for (let number = 1; number <= Math.ceil(students / LIST_PAGE); number += 1)
            await ask(`/content-manager/collection-types/${ENROLLMENT}?page=${number}&pageSize=${LIST_PAGE}`);
        }),
      );
      found.listPage.push(await openContentManager(page, cms.url, ENROLLMENT, Math.min(LIST_PAGE, students)));
    }
    const medians = Object.fromEntries(Object.entries(found).map(([name, values]) => [name, median(values)]));
    return { students, ...medians } as Findings;
  } finally {
    await browser.close();
    await client.end();
    await cms.stop();
  }
}

/** A new installation's first administrator. @returns what asks in their name */
async function firstAdministrator(cms: string): Promise<(path: string) => Promise<void>> {
  const answer = await fetch(`${cms}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...ADMINISTRATOR, firstname: 'Bench', lastname: 'Mark' }),
  });
  const { data } = await answer.json();
  return async (path) => {
    const response = await fetch(cms + path, { headers: { Authorization: `Bearer ${data.token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await response.arrayBuffer();
  };
}

async function isStored(client: Client, students: number): Promise<void> {
  const { rows } = await client.query(
    `select (select count(*) from grades where mark is not null)::int as marks,
            (select count(*) from grade_changes)::int as changes, (select count(*) from grades_enrollment_lnk)::int as links`,
  );
  for (const [what, count] of Object.entries(rows[0] ?? {}))
    if (count !== students) throw new Error(`${count} ${what} are stored, not ${students}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function tell(found: Findings): void {
  const { students } = found;
  const pages = Math.ceil(students / LIST_PAGE);
  const times = (milliseconds: number, beside: number): string[] => [
    `${Math.round(milliseconds)}`,
    `${(milliseconds / beside).toFixed(2)} ×`,
  ];
  const rows = [
    [`gradebook: opens, ${students} students`, ...times(found.open, found.listPage)],
    [`Content Manager: opens ${LIST_PAGE} of them`, ...times(found.listPage, found.listPage)],
    [`gradebook: saves ${students} marks`, ...times(found.save, found.listPage)],
    [
      'gradebook: from picture to picture while scrolling (95 of 100)',
      ...times(found.scroll, found.listPage),
    ],
    [`gradebook: one answer with all ${students}`, ...times(found.answer, found.listAll)],
    [`Content Manager: ${pages} answers with ${LIST_PAGE} each`, ...times(found.listAll, found.listAll)],
  ];
  console.log(`\n${table(['', 'ms', 'beside the Content Manager'], rows)}\n`);
  for (const { aim, isMet, found: figure } of aimsOf(found))
    console.log(`${isMet ? '✓ met    ' : '✗ not met'}  ${aim}: ${figure}`);
}
