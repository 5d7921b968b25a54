import { simpleParser } from 'mailparser';
import { Client } from 'pg';
import { sql, until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { startOwnPostfix, whyNoPostfix, type OwnPostfix } from './own-postfix.ts';
import { databaseUrl, startIssuer, startWorker, type Issuer, type Running } from './processes.ts';

jest.setTimeout(300_000);

const DATABASE = 'lumino_postfix';
const missing = whyNoPostfix();
if (missing) console.warn(`Not tried against a real Postfix: ${missing}.`);

(missing ? describe.skip : describe)('a real Postfix (P2)', () => {
  let postfix: OwnPostfix;
  let issuer: Issuer;
  let worker: Running;
  let database: Client;
  const rows = async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows;
  const issueTo = async (username: string): Promise<string> => {
    const [key = ''] = await issuer.enrol([username]);
    return issuer.issue(key, Date.now());
  };
  const ended = (id: string) =>
    rows('select * from deliveries where about = $1 and next_attempt_at is null', [id]);
  const boxOf = async (username: string) =>
    (await Promise.all(postfix.mails().map((mail) => simpleParser(mail)))).filter(({ to }) =>
      JSON.stringify(to).includes(`${username}@students.example`),
    );

  beforeAll(async () => {
    postfix = await startOwnPostfix();
    await sql(`drop database if exists ${DATABASE} with (force)`);
    await sql(`create database ${DATABASE}`);
    const settings = { SMTP_PORT: postfix.port };
    issuer = await startIssuer(DATABASE, settings);
    worker = await startWorker(DATABASE, settings);
    database = new Client({ connectionString: databaseUrl(DATABASE) });
    await database.connect();
  });
  afterAll(async () => {
    await worker?.stop();
    await issuer?.stop();
    await database?.end();
    postfix?.close();
    await sql(`drop database if exists ${DATABASE} with (force)`);
  });

  it('delivers the certificate, with its PDF whole and its Message-ID', async () => {
    const id = await issueTo('box-one');
    await until('it is delivered', async () => (await boxOf('box-one')).length === 1, 60);
    const [mail] = await boxOf('box-one');
    const [row] = await rows(
      'select d.message_id, c.bytes from deliveries d join certificates c on c.document_id = d.about where d.about = $1',
      [id],
    );
    expect(mail?.messageId).toBe(row.message_id);
    expect(mail?.attachments).toEqual([
      expect.objectContaining({ contentType: 'application/pdf', size: row.bytes }),
    ]);
    expect(mail?.text).toContain('Congratulations');
  });

  it('its final no is final, and says why', async () => {
    const id = await issueTo('never');
    await until('it is refused', async () => (await ended(id)).length === 1, 60);
    const [row] = await ended(id);
    expect(row).toMatchObject({ attempts: 1, sent_at: null, last_error: expect.stringContaining('5.1.1') });
    expect(row.refused_at).not.toBeNull();
  });

  it('stopped and started again, it delivers what was issued meanwhile, once', async () => {
    postfix.stop();
    const ids = [await issueTo('meanwhile-a'), await issueTo('meanwhile-b')];
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    postfix.start();
    const since = Date.now();
    for (const id of ids) await until('it is sent', async () => (await ended(id)).length === 1, 120);
    const recoveryMs = Date.now() - since;
    await until('both are in the box', async () => (await boxOf('meanwhile-b')).length > 0, 30);
    for (const name of ['meanwhile-a', 'meanwhile-b']) expect(await boxOf(name)).toHaveLength(1);
    addFaultRow({
      test: 'P2 a real Postfix, stopped and started',
      jobs: 2,
      lost: 0,
      twice: 0,
      recoveryMs: [recoveryMs],
    });
  });
});
