import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { freePort, occupyPort } from '../../scripts/testing/free-port.ts';
import { adminToken, cms, graduate, people, sessionOf, until } from './cms.ts';
import { outside } from './outside.ts';

const ROOT = path.join(__dirname, '..', '..');
const { CMS_PORT, SITE_PORT, MONITORING_PORT, WORKER_MONITORING_PORT } = process.env as Record<
  string,
  string
>;
const ask = (port: string | undefined, path: string, host = '127.0.0.1') =>
  fetch(`http://${host}:${port}${path}`, { signal: AbortSignal.timeout(5_000) });
const json = async (port: string | undefined, path: string) => {
  const response = await ask(port, path);
  return { status: response.status, body: await response.json() };
};
const scrape = async (port: string | undefined) => (await ask(port, '/metrics')).text();

/** A sample, as Prometheus reads the text format: name, labels in quotes, one number. */
const SAMPLE =
  /^[a-z_:][\w:]*(\{([a-z_]\w*="([^"\\]|\\["\\n])*",?)*\})? (-?[\d.]+(e[+-]?\d+)?|NaN|[+-]Inf)$/i;
const samples = (text: string) => text.split('\n').filter((line) => line && !line.startsWith('#'));
const families = (text: string) =>
  [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name]) => name as string);

const processes: [string, string | undefined][] = [
  ['the cms', MONITORING_PORT],
  ['the worker', WORKER_MONITORING_PORT],
];

describe('health', () => {
  it.each<[string, string | undefined]>([
    ...processes,
    ['the cms, on its public port', CMS_PORT],
    ['the site', SITE_PORT],
  ])('of %s: it is alive and ready', async (_which, port) => {
    expect(await json(port, '/_health/live')).toEqual({ status: 200, body: { live: true } });
    await until('it is ready', async () => (await ask(port, '/_health/ready')).status === 200);
  });

  it('names what was asked: the database everywhere, the clock in the worker, the cms in the site', async () => {
    const checks = async (port?: string) => (await json(port, '/_health/ready')).body.checks;
    expect(await checks(CMS_PORT)).toMatchObject({ database: 'ok' });
    expect(await checks(CMS_PORT)).not.toHaveProperty('clock');
    expect(await checks(WORKER_MONITORING_PORT)).toMatchObject({ database: 'ok', clock: 'ok' });
    expect(await checks(SITE_PORT)).toEqual({ cms: 'ok' });
  });

  it('is for reading, and leaves the address of Strapi as it is', async () => {
    await cms().get('/_health').expect(204);
    expect((await cms().post('/_health/ready')).status).not.toBe(200);
  });

  it('turns to 503 when the database is gone, while the process stays alive, and comes back by itself (P13)', async () => {
    const told = await outside('lost-database');
    const ready = { status: 200, body: { ready: true, checks: { database: 'ok' } } };
    const live = { status: 200, body: { live: true } };
    for (const moment of [told.before, told.again]) {
      expect(moment).toMatchObject({ live, ready, liveOfListener: live, readyOfListener: ready });
      expect(moment.metrics.status).toBe(200);
    }
    const unready = { status: 503, body: { ready: false } };
    expect(told.without).toMatchObject({
      live,
      ready: unready,
      liveOfListener: live,
      readyOfListener: unready,
    });
    expect(['failed', 'timeout']).toContain(told.without.ready.body.checks.database);
    expect(told.noticedMs).toBeLessThan(5_000);
    // A deadline of 2 s, and some time for a busy machine.
    for (const { ms } of [told.without.ready, told.without.metrics]) expect(ms).toBeLessThan(3_500);
    // The control: what asks nobody says that all is well.
    expect(told.without.ofStrapi).toBe(204);
    expect(told.flood).toEqual([503]);
    expect(told.floodMs).toBeLessThan(3_500);
    // Absent, not zero; what needs no database is there.
    expect(told.without.metrics.body).not.toMatch(/^lumino_(queue|dead|worker|mail_(down|waiting))\S* /m);
    expect(told.without.metrics.body).toMatch(/^nodejs_heap_size_used_bytes \d/m);
    expect(told.told).toMatchObject({
      ready: { status: 503, body: { ready: false, checks: { process: 'stopping' } } },
      live,
    });
  }, 240_000);

  it('of a site whose cms never answers: alive, and not ready within the deadline of 2 s', async () => {
    const { port: silent, server } = await occupyPort();
    const port = await freePort();
    const site = spawn('node', ['dist/server/entry.mjs'], {
      cwd: path.join(ROOT, 'site'),
      env: { ...process.env, HOST: '127.0.0.1', PORT: port, CMS_URL: `http://127.0.0.1:${silent}` },
    });
    let said = '';
    for (const stream of [site.stdout, site.stderr]) stream.on('data', (chunk) => (said += chunk));
    try {
      const live = () => ask(port, '/_health/live').catch(() => null);
      // Sooner than the test's own patience ends, so that what the site said is seen.
      await until('it is alive', async () => (await live())?.status === 200, 40).catch((error: Error) => {
        throw new Error(`${error.message}; it said:\n${said}`);
      });
      const started = performance.now();
      expect(await json(port, '/_health/ready')).toEqual({
        status: 503,
        body: { ready: false, checks: { cms: 'failed' } },
      });
      expect(performance.now() - started).toBeLessThan(3_500);
      expect((await live())?.status).toBe(200);
    } finally {
      site.kill();
      server.close();
    }
  });

  it('of a worker that finds its port taken: it says so, and works', async () => {
    const told = await outside('taken-port');
    expect(told.report).toMatchObject({ ready: true, checks: { clock: 'ok' } });
    expect(told.log).toContain(`monitoring: the port ${told.port} of 127.0.0.1 is taken`);
  }, 240_000);
});

describe('metrics', () => {
  // Of this run alone, so that the tests can be run again on the same Lumino.
  const username = `measured-${Date.now().toString(36)}`;
  let student: Awaited<ReturnType<typeof graduate>>;
  beforeAll(async () => (student = await graduate(username)));

  it.each(processes)(
    'of %s can be read by Prometheus, with the name of each figure (P13)',
    async (_, port) => {
      const response = await ask(port, '/metrics');
      expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
      const text = await response.text();
      expect(samples(text).filter((line) => !SAMPLE.test(line))).toEqual([]);
      expect(families(text)).toEqual(
        expect.arrayContaining([
          'lumino_http_request_seconds',
          'lumino_queue_jobs',
          'lumino_queue_oldest_seconds',
          'lumino_dead_letters',
          'lumino_worker_last_seen_seconds',
          'lumino_job_run_seconds',
          'lumino_mail_down',
          'lumino_mail_waiting',
          'lumino_mail_attempts_total',
          'lumino_mail_attempt_seconds',
          'lumino_render_seconds',
          'nodejs_eventloop_lag_p99_seconds',
          'nodejs_heap_size_used_bytes',
          'process_resident_memory_bytes',
        ]),
      );
      expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    },
  );

  it('count the drawing of a certificate in the worker', async () => {
    const drawn = async () => {
      const count = /^lumino_render_seconds_count\{template="module-certificate",outcome="drawn"\} (\d+)/m;
      return Number(count.exec(await scrape(WORKER_MONITORING_PORT))?.[1] ?? 0);
    };
    const before = await drawn();
    await cms()
      .post('/api/certificates/requests')
      .set('Authorization', student.bearer)
      .send({ kind: 'module', subject: 'PRO', language: 'en' })
      .expect(202);
    await until('it is drawn and counted', async () => (await drawn()) > before);
  });

  it('hold no person and no raw address, whoever was here (P14)', async () => {
    const bearer = await sessionOf(people.showcase.graduate.username);
    await cms().get('/api/me').set('Authorization', bearer).expect(200);
    await cms().get(`/api/people/${username}?token=secret-token`);
    await cms().get(`/nowhere/${student.email}`);
    await adminToken(people.showcase.teacher.email);
    const text = await scrape(MONITORING_PORT);
    // That these requests were measured at all.
    expect(text).toMatch(
      /^lumino_http_request_seconds_count\{method="GET",status="\dxx",route="\/api\/people\/:\w+"\}/m,
    );
    expect(text).toMatch(/^lumino_http_request_seconds_count\{method="GET",status="4xx",route="none"\}/m);
    for (const personal of [
      '@',
      username,
      'secret-token',
      '/nowhere',
      people.showcase.graduate.username,
      people.showcase.teacher.name,
      'postgres://',
    ])
      expect(text).not.toContain(personal);
  });

  it.each([
    ['the cms', CMS_PORT],
    ['the site', SITE_PORT],
  ])('are not on the public port of %s', async (_which, port) => {
    const response = await ask(port, '/metrics');
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('lumino_');
  });

  it('are for this machine alone', async () => {
    const others = Object.values(os.networkInterfaces())
      .flat()
      .filter((one) => one && !one.internal && one.family === 'IPv4');
    for (const { address } of others as { address: string }[])
      for (const [, port] of processes)
        await expect(ask(port, '/metrics', address)).rejects.toThrow('fetch failed');
  });
});
