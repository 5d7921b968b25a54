import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { newTally, Browser, type Tally } from './browser.ts';
import { Learners } from './learners.ts';
import { BUCKETS, setUpServer, type OneServer } from './one-server.ts';
import { addOpsRow } from './ops-table.ts';
import { copyRelease, thatDoesNotStart, thatFailsAtPages, withMoreColumns } from './releases.ts';
import { addCandidates, outcomeOf, type Candidates } from './students.ts';

jest.setTimeout(1_200_000);

const MODULE = 'PRO';
const CANDIDATES = 600;
const CALM_MS = 5_000;
const SETTLE_MS = 120_000;
const INBOX = process.env.TEST_INBOX_URL as string;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let server: OneServer;
let database: Client;
let candidates: Candidates;
let learners: Learners;
/** Reads every day, and has asked for nothing. */
let student: string;

/** What learners saw while something was done. */
async function during(what: string, act: () => Promise<unknown>): Promise<Tally> {
  learners.next();
  await act();
  await pause(1_000);
  const tally = learners.next();
  addOpsRow({
    during: what,
    requests: tally.requests,
    failed: tally.failed.length,
    resent: tally.resent,
  });
  return tally;
}
const hashOf = (bytes: Buffer | undefined) => bytes && createHash('sha256').update(bytes).digest('hex');
const serving = (): { release: string; colour: string } =>
  JSON.parse(readFileSync(path.join(server.home, 'serving.json'), 'utf8'));
const deploy = () => server.run('scripts/deploy.ts', ['--with-changes']);
const copiesOfBackups = (): string[] =>
  [...server.s3.objects.keys()].filter((name) => name.startsWith(`/${BUCKETS.backups}/`)).sort();
const rollback = (...args: string[]) => server.run('scripts/rollback.ts', args);
const browser = (address: string) => new Browser(server.origin, server.ca, address, newTally());

beforeAll(async () => {
  server = await setUpServer('production');
  database = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await database.connect();
  await server.run('scripts/load-data.ts', ['--database', 'lumino']);
  candidates = await addCandidates(database, MODULE, CANDIDATES);
  student = candidates.usernames.pop() as string;
  await deploy();
  learners = new Learners({
    ...{ origin: server.origin, ca: server.ca, module: MODULE, student },
    candidates: candidates.usernames,
    password: candidates.password,
  });
});
afterAll(async () => {
  await learners?.stop();
  await server?.stop();
  await database?.end();
});

it('deploy lets a first release serve: two cms, two workers and two sites behind nginx with TLS', async () => {
  const running = ['cms', 'site', 'worker'].flatMap((kind) =>
    [1, 2].map((at) => server.pidOf(`lumino-${kind}@blue-${at}`)),
  );
  expect(running.every((pid) => pid > 0)).toBe(true);
  const answer = await browser('127.9.0.1').ask('/', [200]);
  expect(answer?.headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
  expect(answer?.body).toContain('Join Lumino');
});

it('learners meet no fault on a calm day', async () => {
  learners.start();
  const { failed, requests } = await during('nothing', () => pause(CALM_MS));
  expect(failed).toEqual([]);
  expect(requests).toBeGreaterThan(50);
});

it.each(['cms', 'site', 'worker'].flatMap((kind) => [1, 2].map((at) => `lumino-${kind}@blue-${at}`)))(
  'nobody notices that %s is killed, and it comes back by itself',
  async (unit) => {
    const { failed } = await during(`kill ${unit}`, async () => {
      const pid = server.pidOf(unit);
      process.kill(pid, 'SIGKILL');
      while ([0, pid].includes(server.pidOf(unit))) await pause(200);
    });
    expect(failed).toEqual([]);
  },
);

it('nobody notices that another release is deployed; a page that was open finds what it was made with', async () => {
  const before = serving();
  const assets = path.join(server.home, 'shared', 'assets', '_astro');
  // Something that only the release before has had.
  writeFileSync(path.join(assets, 'only-before.12345678.js'), 'export {};\n');
  expect(copiesOfBackups()).toEqual([]);
  let said = '';
  const { failed } = await during('deploy, with a backup before it', async () => (said = await deploy()));
  expect(failed).toEqual([]);
  // What the migration does can be undone: the backup is older, and lies elsewhere as well.
  expect(said).toMatch(/Copied to s3:\/\/lumino-backups\/[^]*serves/);
  expect(copiesOfBackups()).toEqual([
    expect.stringMatching(/\.age$/),
    expect.stringMatching(/\.age\.sha256$/),
  ]);
  const after = serving();
  expect([after.release === before.release, after.colour]).toEqual([false, 'green']);
  expect(path.basename(readlinkSync(path.join(server.home, 'previous')))).toBe(before.release);
  expect(server.pidOf('lumino-cms@blue-1')).toBe(0);
  const answer = await browser('127.9.0.2').ask('/_astro/only-before.12345678.js', [200]);
  expect(answer?.headers['cache-control']).toContain('immutable');
});

it('each night a backup is made and each week tried, from the bucket alone, while learners go on', async () => {
  const { failed } = await during('the backup of the night', () => server.runUnit('lumino-backup.service'));
  expect(failed).toEqual([]);
  expect(copiesOfBackups()).toHaveLength(4);
  rmSync(path.join(server.home, 'shared', 'backups'), { recursive: true });
  let said = '';
  const trial = await during('the trial of the week', async () => {
    said = await server.runUnit('lumino-drill.service');
  });
  expect(trial.failed).toEqual([]);
  expect(said).toMatch(/✓ All [1-9]\d* files of certificates are as they were issued/);
  for (const name of copiesOfBackups()) expect((await fetch(`${server.s3.url}${name}`)).status).toBe(403);
});

it('a release that does not start leaves everything as it was', async () => {
  const good = serving();
  const bad = copyRelease(server.home, 'bad-start', thatDoesNotStart);
  const { failed } = await during('a release that does not start', () =>
    expect(rollback('--to', bad)).rejects.toThrow('A bad release'),
  );
  expect(failed).toEqual([]);
  expect(serving()).toEqual(good);
});

it('a release that says it is ready but has faulty pages is never seen by a learner', async () => {
  const good = serving();
  const bad = copyRelease(server.home, 'bad-pages', thatFailsAtPages);
  const { failed } = await during('a release with faulty pages', () =>
    expect(rollback('--to', bad)).rejects.toThrow('is not well'),
  );
  expect(failed).toEqual([]);
  expect(serving()).toEqual(good);
  expect(server.pidOf('lumino-cms@blue-1')).toBe(0);
});

it('a release that is not well behind nginx gives way to the last good one by itself', async () => {
  const good = serving();
  const { failed } = await during('a release that is not well behind nginx', () =>
    expect(
      server.run('tests/ops/with-front-away.ts', [
        '--to',
        path.basename(readlinkSync(path.join(server.home, 'previous'))),
      ]),
    ).rejects.toThrow('is not well'),
  );
  expect(failed).toEqual([]);
  expect(serving()).toEqual(good);
  const upstreams = readFileSync(path.join(server.home, 'shared', 'nginx', 'upstreams.conf'), 'utf8');
  expect(upstreams).toContain(
    readFileSync(path.join(server.home, 'slots', 'green-1.env'), 'utf8').match(/SITE_PORT=(\d+)/)?.[1],
  );
});

it('the version before runs on the database of the one after it, which loses nothing', async () => {
  const older = serving().release;
  const newer = copyRelease(server.home, 'newer', withMoreColumns);
  const { failed } = await during('a newer version, and back', async () => {
    await server.run('scripts/migrate.ts', [], path.join(server.home, 'releases', newer));
    await rollback('--to', newer);
    await database.query("update modules set motto = 'Ad astra' where code = $1", [MODULE]);
    await rollback();
  });
  expect(failed).toEqual([]);
  expect(serving().release).toBe(older);
  const { rows } = await database.query('select distinct motto from modules where code = $1', [MODULE]);
  expect(rows).toEqual([{ motto: 'Ad astra' }]);
});

it('in the end every certificate that was asked for is there, mailed once, whole and private', async () => {
  const tally = await learners.stop();
  const { requested } = learners;
  const { lost, twice, files } = await outcomeOf(database, requested, INBOX, SETTLE_MS);
  addOpsRow({
    ...{ during: 'all of it', asked: requested.length, lost: lost.length, twice },
    failed: tally.failed.length,
  });
  expect(requested.length).toBeGreaterThan(20);
  expect({ lost, twice }).toEqual({ lost: [], twice: 0 });
  for (const { storageKey, sha256 } of files.slice(0, 5)) {
    const place = `/${BUCKETS.certificates}/${storageKey}`;
    expect(hashOf(server.s3.objects.get(place)?.bytes)).toBe(sha256);
    expect((await fetch(`${server.s3.url}${place}`)).status).toBe(403);
  }
});

it('what learners asked stands in the log as JSON, without tokens and names', () => {
  const lines = readFileSync(server.accessLog, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(500);
  expect(lines.every(({ request_id: id }) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(lines.some(({ path: at }) => at === '/users/*')).toBe(true);
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${student}|loops|AAAA-BBBB|127\\.1\\.0\\.[1-9]`));
});

it('nothing is written into a release', () => {
  const written = readdirSync(path.join(server.home, 'releases', serving().release, 'cms'));
  expect(written).not.toContain('.cache');
  expect(written).not.toContain('.strapi');
});
