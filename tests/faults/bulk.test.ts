import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { quantile } from '../../scripts/bench/statistics.ts';
import { addCrowd } from '../../scripts/demo/crowd.ts';
import { administrator, as, type Method } from '../integration/administration.ts';
import { until } from '../integration/cms.ts';
import { newModule, newTeacher } from '../integration/teaching.ts';
import { workerPids } from '../integration/worker.ts';
import { addFaultRow } from './fault-table.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { memoryOf, pidOf } from './memory.ts';
import { startWorker, type Running } from './processes.ts';
import { startVisiting } from './visitor.ts';

jest.setTimeout(7_200_000);

/** Fewer for a quick look: `FAULT_BULK=500 npm run test:faults bulk`. */
const CERTIFICATES = Number(process.env.FAULT_BULK ?? 10_000);
/** Another run on the same database takes another module. */
const RUN = Date.now().toString(36);
const MODULE = `B${RUN.toUpperCase()}`;
const MEGABYTE = 1024 ** 2;
const IDLE_SECONDS = 60;
const ANSWER_MS = 2_000;

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const staff = (method: Method, path: string, body?: object) => as(administrator.email, method, path, body);

let database: Client;
let sink: MailSink;
let worker: Running;
const rows = async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows;
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  (await rows(`select count(*)::int as n from ${text}`, values))[0].n;
const issued = () => count('certificates where subject = $1', [MODULE]);
const mailed = () =>
  count(
    'certificates join deliveries on about = certificates.document_id where certificates.subject = $1 and sent_at is not null',
    [MODULE],
  );

beforeAll(async () => {
  database = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await database.connect();
  const teacher = await newTeacher(`bulk-${RUN}`);
  const moduleKey = await newModule(MODULE, 'A module for thousands', teacher);
  await addCrowd((text, values) => database.query(text, values), {
    ...{ moduleKey, prefix: `bulk-${RUN}`, size: CERTIFICATES, mark: 8 },
  });
  // The run's own worker would mail into the inbox, which shares this machine; ours mails to a sink.
  for (const pid of workerPids()) process.kill(pid, 'SIGSTOP');
  sink = await startMailSink();
  worker = await startWorker('lumino', {
    SMTP_PORT: String(sink.port),
    CERTIFICATES_DIR: mkdtempSync(path.join(os.tmpdir(), 'lumino-bulk-')),
    WORKER_MONITORING_PORT: '',
  });
});
afterAll(async () => {
  await worker?.stop();
  for (const pid of workerPids()) process.kill(pid, 'SIGCONT');
  await sink?.close();
  await database?.end();
});

it(`${CERTIFICATES} certificates from one click, cancelled and gone on with, while visitors read (P3)`, async () => {
  const site = process.env.SITE_URL as string;
  const pages = [`${site}/catalog`, `${site}/modules/PRO`, `${site}/`];
  const resting = startVisiting(pages);
  await pause(IDLE_SECONDS);
  const idle = await resting.stop();

  const processes = {
    cms: pidOf('scripts/cms.ts'),
    worker: worker.pid,
    site: pidOf('scripts/site.ts'),
  };
  const memory = Object.entries(processes).map(([name, pid]) => ({ name, pid, samples: [] as number[][] }));
  let done = 0;
  const sampling = setInterval(() => {
    for (const { pid, samples } of memory) samples.push([done, memoryOf(pid)]);
  }, 1_000);
  const visiting = startVisiting(pages);

  const begun = performance.now();
  const answer = await staff('post', '/runs', {
    kind: 'module',
    subject: MODULE,
    recipientKeys: 'everybody',
  });
  const answerMs = performance.now() - begun;
  expect(answer.status).toBe(202);
  const { id, total } = answer.body.data;
  expect(total).toBe(CERTIFICATES);
  const progress = async () => (await staff('get', `/runs/${id}`)).body.data;

  await until(
    'a third is issued',
    async () => {
      done = await mailed();
      await pause(1);
      return (await progress()).issued >= CERTIFICATES / 3;
    },
    3_600,
  );
  await staff('post', `/runs/${id}/cancel`);
  const atCancel = (await progress()).issued;
  await pause(10);
  // The one that it was at is issued still.
  expect((await progress()).issued - atCancel).toBeLessThanOrEqual(1);
  await staff('post', `/runs/${id}/resume`);
  await until(
    'everything is mailed',
    async () => {
      done = await mailed();
      await pause(2);
      return done === CERTIFICATES;
    },
    7_000,
  );
  const took = (performance.now() - begun) / 1000;
  clearInterval(sampling);
  const busy = await visiting.stop();

  const most = (samples: number[][]) => Math.max(...samples.map(([, bytes]) => bytes as number));
  const between = (samples: number[][], from: number, to: number) =>
    quantile(
      samples
        .filter(([at = 0]) => at >= from * CERTIFICATES && at <= to * CERTIFICATES)
        .map(([, bytes]) => bytes as number),
      0.5,
    );
  const copies = [...sink.kept.values()];
  console.log(
    [
      `answer after ${answerMs.toFixed(0)} ms; ${took.toFixed(0)} s in all, ${(CERTIFICATES / took).toFixed(1)} certificates a second`,
      ...memory.map(
        ({ name, samples }) =>
          `${name}: at most ${(most(samples) / MEGABYTE).toFixed(0)} MB; ${(between(samples, 0.2, 0.3) / MEGABYTE).toFixed(0)} MB after 20 %, ${(between(samples, 0.9, 1) / MEGABYTE).toFixed(0)} MB at the end`,
      ),
      `site: p95 ${idle.p95.toFixed(0)} ms idle (p50 ${idle.p50.toFixed(0)}), ${busy.p95.toFixed(0)} ms meanwhile (p50 ${busy.p50.toFixed(0)}), ${busy.failed} of ${busy.count} failed`,
    ].join('\n'),
  );
  addFaultRow({
    test: `P3 ${CERTIFICATES} from one click`,
    jobs: CERTIFICATES,
    lost: CERTIFICATES - copies.length,
    twice: copies.filter((one) => one > 1).length,
  });

  expect(await progress()).toMatchObject({ state: 'finished', issued: CERTIFICATES, refused: 0, failed: 0 });
  expect(await issued()).toBe(CERTIFICATES);
  expect(copies).toEqual(Array(CERTIFICATES).fill(1));
  expect(answerMs).toBeLessThanOrEqual(ANSWER_MS);
  for (const { samples } of memory) {
    expect(most(samples)).toBeLessThan(512 * MEGABYTE);
    expect(between(samples, 0.9, 1) / between(samples, 0.2, 0.3)).toBeLessThan(1.15);
  }
  expect(busy.failed).toBe(0);
  expect(busy.p95 / idle.p95).toBeLessThanOrEqual(2);
});
