import { Client } from 'pg';
import { sql, until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { startMailSink, type MailSink } from './mail-sink.ts';
import { databaseUrl, startIssuer, startWorker, type Issuer, type Running } from './processes.ts';

jest.setTimeout(400_000);

const DATABASE = 'lumino_minute';
const MINUTE_MS = 60_000;

let sink: MailSink;
let issuer: Issuer;
let worker: Running;
let database: Client;
const rows = async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows;
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

beforeAll(async () => {
  await sql(`drop database if exists ${DATABASE} with (force)`);
  await sql(`create database ${DATABASE}`);
  sink = await startMailSink();
  const settings = { SMTP_PORT: String(sink.port) };
  issuer = await startIssuer(DATABASE, settings);
  worker = await startWorker(DATABASE, settings);
  database = new Client({ connectionString: databaseUrl(DATABASE) });
  await database.connect();
});
afterAll(async () => {
  await worker?.stop();
  await issuer?.stop();
  await database?.end();
  await sink?.close();
  await sql(`drop database if exists ${DATABASE} with (force)`);
});

describe('with the settings as they come, and a real clock (P2)', () => {
  it('an outage of a minute loses nothing: certificates and a new password arrive after it', async () => {
    const students = ['minute-a', 'minute-b', 'minute-c'];
    const keys = await issuer.enrol(students);
    await sink.become('gone');
    for (const key of keys) await issuer.issue(key, Date.now());

    // A2, P7: who is known is not told by the answer, nor by its time, also while there is no mail server.
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 15; round++) {
      known.push(await issuer.forgot('minute-a@students.example'));
      unknown.push(await issuer.forgot(`nobody-${round}@students.example`));
    }
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(25);

    await new Promise((resolve) => setTimeout(resolve, MINUTE_MS));
    expect(sink.kept.size).toBe(0);
    const [server] = await rows('select down_since from delivery_mail_servers');
    expect(server.down_since).not.toBeNull();
    const [first, second] = await rows('select started_at from delivery_attempts order by id limit 2');
    expect(second.started_at - first.started_at).toBeLessThan(MINUTE_MS);

    await sink.become('takes');
    const since = Date.now();
    await until(
      'everything has gone out',
      async () => (await rows('select from deliveries where sent_at is null')).length === 0,
      300,
    );
    const recoveryMs = Date.now() - since;
    const mails = await rows('select kind, message_id from deliveries');
    expect(mails.filter(({ kind }) => kind === 'certificates/certificate')).toHaveLength(3);
    // One mailbox gets no more of them in half an hour.
    expect(mails.filter(({ kind }) => kind === 'accounts/password-reset')).toHaveLength(3);
    for (const { message_id } of mails) expect(sink.kept.get(message_id)).toBe(1);
    addFaultRow({
      test: 'P2 an outage of a minute, real clock',
      jobs: mails.length,
      lost: 0,
      twice: 0,
      recoveryMs: [recoveryMs],
    });
  });

  it('a final no is seen by staff within a minute, and never asked again', async () => {
    await sink.become('never');
    const [key = ''] = await issuer.enrol(['minute-never']);
    const id = await issuer.issue(key, Date.now());
    const refused = () => rows('select * from deliveries where about = $1 and refused_at is not null', [id]);
    await until('it is refused', async () => (await refused()).length === 1, 60);
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    const [row] = await refused();
    expect(row).toMatchObject({ attempts: 1, last_error: expect.stringContaining('550') });
    await sink.become('takes');
  });

  it('a queue whose whole schema was wiped loses nothing', async () => {
    await worker.stop();
    const keys = await issuer.enrol(['wiped-a', 'wiped-b']);
    const ids: string[] = [];
    for (const key of keys) ids.push(await issuer.issue(key, Date.now()));
    await rows('drop schema pgboss cascade');
    worker = await startWorker(DATABASE, { SMTP_PORT: String(sink.port) });
    await until(
      'both are mailed',
      async () =>
        (await rows('select from deliveries where about = any($1) and sent_at is not null', [ids])).length ===
        2,
      90,
    );
  });
});
