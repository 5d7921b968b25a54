import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { sql, until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { startMailSink, type MailSink, type Moments } from './mail-sink.ts';
import { databaseUrl, startIssuer, startWorker, type Issuer, type Running } from './processes.ts';

// Every case starts a process of Strapi or two, on a machine that may be busy.
jest.setTimeout(300_000);

const DATABASE = 'lumino_crash';
const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-crash-'));

let sink: MailSink;
let moments: Moments = {};
let settings: Record<string, string>;
let issuer: Issuer;
let database: Client;

const killing = (moment: string) => ({
  ...settings,
  KILL_AT: moment,
  NODE_OPTIONS: `--import ${path.join(__dirname, 'kill-at.mjs')}`,
});
const rows = async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows;

beforeAll(async () => {
  await sql(`drop database if exists ${DATABASE} with (force)`);
  await sql(`create database ${DATABASE}`);
  sink = await startMailSink(() => moments);
  settings = { SMTP_PORT: String(sink.port), CERTIFICATES_DIR: folder };
  issuer = await startIssuer(DATABASE, settings);
  database = new Client({ connectionString: databaseUrl(DATABASE) });
  await database.connect();
});
afterEach(() => {
  moments = {};
});
afterAll(async () => {
  await issuer?.stop();
  await database?.end();
  await sink?.close();
  await sql(`drop database if exists ${DATABASE} with (force)`);
});

/** What there is of one recipient at the end. */
async function found(recipientKey: string) {
  const certificates = await rows('select * from certificates where recipient_key = $1', [recipientKey]);
  const [row] = certificates;
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.includes(row.document_id));
  const bytes = readFileSync(path.join(folder, row.storage_key));
  const mails = await rows('select * from deliveries where about = $1', [row.document_id]);
  return {
    certificates: certificates.length,
    files: files.length,
    hashHolds: createHash('sha256').update(bytes).digest('hex') === row.sha_256,
    mails: mails.length,
    copies: sink.kept.get(mails[0].message_id) ?? 0,
  };
}
const WHOLE = { certificates: 1, files: 1, hashHolds: true, mails: 1 };

const delivered = (recipientKey: string) =>
  until(
    'the certificate is mailed',
    async () =>
      (
        await rows(
          `select from certificates c join deliveries d on d.about = c.document_id
           where c.recipient_key = $1 and c.delivered_at is not null and d.sent_at is not null`,
          [recipientKey],
        )
      ).length === 1,
    120,
  );

/** Another worker takes over. @returns what it comes to, and how long it took in milliseconds from the kill on. */
async function recover(recipientKey: string, since: number) {
  const worker = await startWorker(DATABASE, settings);
  try {
    await delivered(recipientKey);
    const recoveryMs = Date.now() - since;
    return { ...(await found(recipientKey)), recoveryMs };
  } finally {
    await worker.stop();
  }
}

/** Something ends the worker while it works on one certificate. */
async function killWorker(
  username: string,
  environment: Record<string, string>,
  arrange: (worker: Running) => void = () => {},
) {
  const [recipientKey = ''] = await issuer.enrol([username]);
  const worker = await startWorker(DATABASE, environment);
  arrange(worker);
  await issuer.issue(recipientKey, Date.now());
  await worker.ended;
  return { recipientKey, since: Date.now() };
}

function report(moment: string, { copies, recoveryMs }: { copies: number; recoveryMs: number }): void {
  addFaultRow({
    test: `P1 ${moment}`,
    kills: 1,
    jobs: 1,
    lost: copies === 0 ? 1 : 0,
    twice: copies > 1 ? 1 : 0,
    recoveryMs: [recoveryMs],
  });
}

describe('SIGKILL at every step on the way of a certificate (P1)', () => {
  it.each([
    ['K1', 'before the request commits', 0],
    ['K2', 'after the commit, before the answer', 1],
  ])('%s %s', async (moment, _, there) => {
    const [recipientKey = ''] = await issuer.enrol([`crash-${moment.toLowerCase()}`]);
    const dying = await startIssuer(DATABASE, killing(moment));
    await expect(dying.issue(recipientKey, Date.now())).rejects.toThrow('ended');
    const since = Date.now();
    expect(await rows('select from certificates where recipient_key = $1', [recipientKey])).toHaveLength(
      there,
    );
    // Who had no answer asks again.
    await issuer.issue(recipientKey, Date.now());
    const end = await recover(recipientKey, since);
    expect(end).toMatchObject({ ...WHOLE, copies: 1 });
    report(moment, end);
  });

  it.each([
    ['K3', 'the job is fetched'],
    ['K4', 'in the middle of rendering'],
    ['K5', 'rendered, not stored'],
    ['K6', 'half of the file is written'],
    ['K7', 'stored, not noted'],
    ['K8 before', 'noted with its mail, not committed'],
    ['K8 after', 'noted with its mail, committed'],
    ['K9', 'the mail’s job is fetched'],
    ['K14', 'sent and noted, the job not completed'],
  ])('%s %s: one certificate, one file, one mail', async (moment) => {
    const { recipientKey, since } = await killWorker(
      `crash-${moment.replace(' ', '-').toLowerCase()}`,
      killing(moment),
    );
    const end = await recover(recipientKey, since);
    expect(end).toMatchObject({ ...WHOLE, copies: 1 });
    report(moment, end);
  });

  it.each([
    ['K10', 'the server has taken the recipient', 'recipient', 1],
    ['K11', 'in the middle of the mail', 'content', 1],
    ['K12', 'after the final dot, before the server’s answer', 'dot', 2],
  ] as const)('%s %s: one mail, or two of one Message-ID after the dot', async (moment, _, at, most) => {
    let worker: Running | null = null;
    moments = {
      [at]: () => {
        worker?.kill();
        worker = null;
      },
    };
    const { recipientKey, since } = await killWorker(
      `crash-${moment.toLowerCase()}`,
      settings,
      (started) => (worker = started),
    );
    moments = {};
    const end = await recover(recipientKey, since);
    expect(end).toMatchObject(WHOLE);
    expect(end.copies).toBeGreaterThanOrEqual(1);
    expect(end.copies).toBeLessThanOrEqual(most);
    report(moment, end);
  });

  it('K13 after the server’s answer, before it is noted: one mail, or two of one Message-ID', async () => {
    const { recipientKey, since } = await killWorker('crash-k13', killing('K13'));
    const end = await recover(recipientKey, since);
    expect(end).toMatchObject(WHOLE);
    expect(end.copies).toBeLessThanOrEqual(2);
    report('K13', end);
  });

  it('K15 while it comes to its end after SIGTERM: one mail, or two of one Message-ID', async () => {
    let worker: Running | null = null;
    moments = {
      recipient() {
        worker?.term();
        const dying = worker;
        setTimeout(() => dying?.kill(), 200);
        worker = null;
      },
    };
    await sink.become('slow');
    const { recipientKey, since } = await killWorker('crash-k15', settings, (started) => (worker = started));
    await sink.become('takes');
    moments = {};
    const end = await recover(recipientKey, since);
    expect(end).toMatchObject({ ...WHOLE, copies: 1 });
    report('K15', end);
  });
});
