import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { addFaultRow } from './fault-table.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { startIssuer, startWorker, type Issuer } from './processes.ts';
import { startOwnPostgres, type OwnPostgres } from './queue/own-postgres.ts';
import { seededRandom } from './seeded-random.ts';

jest.setTimeout(3_600_000);

/** Fewer for a quick look: `FAULT_KILLS=20 npm run test:faults random-kills`. */
const KILLS = Number(process.env.FAULT_KILLS ?? 200);
const CERTIFICATES = Math.round(KILLS * 2.5);
const SEED = Number(process.env.FAULT_SEED ?? 4);
/** Of the kills, one in so many is of PostgreSQL. */
const POSTGRES_EVERY = Math.max(5, Math.round(KILLS / 5));
const WORKERS = 2;
/** A worker lives so long, at most, once it is ready. */
const LIFE_MS = 5_000;

const random = seededRandom(SEED);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-kills-'));

let postgres: OwnPostgres;
let sink: MailSink;
let issuer: Issuer;
let settings: Record<string, string>;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  sink = await startMailSink();
  settings = { DATABASE_URL: postgres.url, SMTP_PORT: String(sink.port), CERTIFICATES_DIR: folder };
  issuer = await startIssuer('own', settings);
});
afterAll(async () => {
  await issuer?.stop();
  await sink?.close();
  await postgres?.close();
});

/** A connection for one question: the server may have been killed since the last. */
async function rows(text: string, values: unknown[] = []): Promise<any[]> {
  const client = new Client({ connectionString: postgres.url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

it(`${KILLS} random kills while ${CERTIFICATES} certificates are issued: each is there once (P1, seed ${SEED})`, async () => {
  const usernames = Array.from({ length: CERTIFICATES }, (_, index) => `random-${index}`);
  const recipientKeys = await issuer.enrol(usernames);
  let kills = 0;
  let postgresKills = 0;

  const issueAll = async () => {
    for (const key of recipientKeys) {
      // Who has no answer asks again.
      for (;;) {
        try {
          await issuer.issue(key, Date.now());
          break;
        } catch (error) {
          if (/process ended/.test((error as Error).message)) throw error;
          await pause(500);
        }
      }
      // Spread over the whole of the kills.
      while (kills < KILLS && recipientKeys.indexOf(key) / CERTIFICATES > kills / KILLS) await pause(50);
    }
  };
  const killWorkers = async () => {
    while (kills < KILLS) {
      const worker = await startWorker('own', settings).catch(() => null);
      // Where PostgreSQL was just killed, it did not get as far.
      if (!worker) continue;
      await Promise.race([worker.ended, pause(random() * LIFE_MS)]);
      worker.kill();
      await worker.ended;
      kills += 1;
      if (kills % POSTGRES_EVERY === 0) await killPostgres();
    }
  };
  const killPostgres = async () => {
    const [main = 0, ...connections] = postgres.pids();
    process.kill(main, 'SIGKILL');
    postgresKills += 1;
    // Each of them notices, and holds the server's memory until it is gone.
    while ([main, ...connections].some((pid) => existsSync(`/proc/${pid}`))) await pause(100);
    await postgres.start();
  };

  await Promise.all([issueAll(), ...Array.from({ length: WORKERS }, killWorkers)]);
  const since = Date.now();
  const worker = await startWorker('own', settings);
  for (;;) {
    const [{ n }] = await rows(
      `select count(*)::int as n from certificates c join deliveries d on d.about = c.document_id
       where c.delivered_at is not null and d.sent_at is not null`,
    );
    const [{ given }] = await rows(
      'select count(*)::int as given from deliveries where given_up_at is not null',
    );
    if (n + given >= CERTIFICATES) break;
    if (Date.now() - since > 300_000) break;
    await pause(500);
  }
  const recoveryMs = Date.now() - since;
  await worker.stop();

  const found = await rows(
    `select c.recipient_key, c.document_id, c.storage_key, c.sha_256, d.message_id, d.given_up_at
     from certificates c left join deliveries d on d.about = c.document_id`,
  );
  const files = readdirSync(folder, { recursive: true }).map(String);
  const copies = found.map(({ message_id }) => sink.kept.get(message_id) ?? 0);
  addFaultRow({
    test: `P1 random kills, ${postgresKills} of PostgreSQL`,
    kills: kills + postgresKills,
    jobs: CERTIFICATES,
    lost: copies.filter((one) => one === 0).length,
    twice: copies.filter((one) => one > 1).length,
    recoveryMs: [recoveryMs],
  });

  expect(found.map((row) => row.recipient_key).sort()).toEqual([...recipientKeys].sort());
  for (const { document_id, storage_key, sha_256 } of found) {
    expect(files.filter((file) => file.includes(document_id))).toEqual([storage_key]);
    const bytes = readFileSync(path.join(folder, storage_key));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha_256);
  }
  expect(copies.filter((one) => one === 0)).toEqual([]);
  expect(Math.max(...copies)).toBeLessThanOrEqual(2);
  expect(recoveryMs).toBeLessThanOrEqual(60_000);
});
