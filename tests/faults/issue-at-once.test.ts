import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { sql, until } from '../integration/cms.ts';
import { databaseUrl, type Issuer, startIssuer, startWorker } from './processes.ts';

// Several processes of Strapi start, on a machine that may be busy.
jest.setTimeout(600_000);

const RECIPIENTS = 100;
const CONTROL = 'lumino_control';
/** Both processes have their order by then. */
const LEAD_MS = 200;

const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(3, '0')}`);

/** Both issue to each recipient in the same millisecond. @returns what each answered. */
async function race(issuers: Issuer[], recipientKeys: string[]): Promise<string[][]> {
  const answers: string[][] = [];
  for (const recipientKey of recipientKeys) {
    const at = Date.now() + LEAD_MS;
    answers.push(await Promise.all(issuers.map((issuer) => issuer.issue(recipientKey, at))));
  }
  return answers;
}

async function inControl(...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: databaseUrl(CONTROL) });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const inbox = async (): Promise<{ to: { address: string }[] }[]> =>
  (await fetch(`${process.env.TEST_INBOX_URL}/api/email`)).json();

describe('two processes that issue the same certificate at once (C10)', () => {
  const usernames = named('race', RECIPIENTS);
  const mails = async () =>
    (await inbox()).flatMap(({ to }) =>
      to.map(({ address }) => address).filter((one) => one.startsWith('race-')),
    );

  it(`${RECIPIENTS} times: one certificate, one file with the row's hash and one mail each`, async () => {
    const issuers = [await startIssuer('lumino'), await startIssuer('lumino')];
    const worker = await startWorker('lumino');
    try {
      const [first] = issuers as [Issuer, Issuer];
      const recipientKeys = await first.enrol(usernames);
      for (const [one, other] of await race(issuers, recipientKeys)) expect(one).toBe(other);

      const everybody = usernames.map((username) => `${username}@students.example`);
      await until('everybody has a mail', async () => new Set(await mails()).size === RECIPIENTS, 300);
      // A second one would follow at once.
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      expect((await mails()).sort()).toEqual(everybody);

      const rows = await sql<{
        document_id: string;
        recipient_key: string;
        sha_256: string;
        storage_key: string;
      }>(
        'select document_id, recipient_key, sha_256, storage_key from certificates where recipient_key = any($1)',
        [recipientKeys],
      );
      expect(rows.map((row) => row.recipient_key).sort()).toEqual([...recipientKeys].sort());
      const folder = path.join(process.env.LUMINO_DATA_DIR as string, 'certificates');
      const files = readdirSync(folder, { recursive: true }).map(String);
      for (const { document_id, sha_256, storage_key } of rows) {
        expect(files.filter((file) => file.includes(document_id))).toEqual([storage_key]);
        const bytes = readFileSync(path.join(folder, storage_key));
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha_256);
      }
    } finally {
      await Promise.all([...issuers.map((issuer) => issuer.stop()), worker.stop()]);
    }
  });

  it('without the lock: still one each; without the unique key too: duplicates, the negative control', async () => {
    await sql(`drop database if exists ${CONTROL}`);
    await sql(`create database ${CONTROL}`);
    await inControl(
      // Found before PostgreSQL's own, whoever asks for it: a lock that keeps nobody out.
      `create function public.pg_advisory_xact_lock(key bigint) returns void language sql as ''`,
      `alter database ${CONTROL} set search_path = public, pg_catalog`,
    );
    // The first makes the tables.
    const one = await startIssuer(CONTROL);
    const other = await startIssuer(CONTROL);
    try {
      const recipientKeys = await one.enrol(named('control', 40));
      const perRecipient = () =>
        inControl('select recipient_key, count(*)::int as n from certificates group by recipient_key');
      const [withKey, withoutKey] = [recipientKeys.slice(0, 20), recipientKeys.slice(20)];
      for (const [first, second] of await race([one, other], withKey)) expect(first).toBe(second);
      expect((await perRecipient()).map(({ n }) => n)).toEqual(withKey.map(() => 1));

      const found = await inControl(
        `select conname, indexrelid::regclass::text as index from pg_index
         left join pg_constraint on conindid = indexrelid
         where indrelid = 'certificates'::regclass and indisunique
           and pg_get_indexdef(indexrelid) like '%(idempotency_key)%'`,
      );
      expect(found).not.toEqual([]);
      await inControl(
        ...found.map(({ conname, index }) =>
          conname ? `alter table certificates drop constraint ${conname}` : `drop index ${index}`,
        ),
      );
      await race([one, other], withoutKey);
      const twice = (await perRecipient()).filter(({ n }) => n === 2);
      expect(twice.length).toBeGreaterThan(0);
    } finally {
      await Promise.all([one.stop(), other.stop()]);
      await sql(`drop database if exists ${CONTROL} with (force)`);
    }
  });
});
