import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { sql, until } from '../integration/cms.ts';
import { startMailSink, type Moments } from './mail-sink.ts';
import { databaseUrl, startIssuer, startWorker, type Running } from './processes.ts';

/** Loaded into a process before anything else, by their names beside this file. */
const loading = (...scripts: string[]): Record<string, string> => ({
  NODE_OPTIONS: scripts.map((script) => `--import ${path.join(__dirname, script)}`).join(' '),
});

/** What there is of one recipient at the end, when all is well, apart from how often the mail arrived. */
export const WHOLE = { certificates: 1, files: 1, hashHolds: true, mails: 1 };

/**
 * A database, a folder for files and a mail server of its own, a process that issues, and workers that are killed.
 * @param name of the database.
 */
export async function openCrashScene(name: string) {
  await sql(`drop database if exists ${name} with (force)`);
  await sql(`create database ${name}`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-crash-'));
  const scene = { moments: {} as Moments };
  const sink = await startMailSink(() => scene.moments);
  const settings = { SMTP_PORT: String(sink.port), CERTIFICATES_DIR: folder };
  const issuer = await startIssuer(name, settings);
  const database = new Client({ connectionString: databaseUrl(name) });
  await database.connect();
  const rows = async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows;
  const certificatesOf = (recipientKey: string) =>
    rows('select * from certificates where recipient_key = $1', [recipientKey]);

  /** The environment of a process that dies at a moment of `kill-at.mjs`. */
  const killing = (moment: string) => ({ ...settings, KILL_AT: moment, ...loading('kill-at.mjs') });

  const isDelivered = async (recipientKey: string): Promise<boolean> =>
    (
      await rows(
        `select from certificates c join deliveries d on d.about = c.document_id
         where c.recipient_key = $1 and c.delivered_at is not null and d.sent_at is not null`,
        [recipientKey],
      )
    ).length === 1;

  /** What lies in the folder of a certificate, under its name. */
  const filesOf = (documentId: string): string[] =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((file) => file.includes(documentId));

  async function found(recipientKey: string) {
    const certificates = await certificatesOf(recipientKey);
    const [row] = certificates;
    const files = filesOf(row.document_id);
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

  return Object.assign(scene, {
    name,
    folder,
    sink,
    settings,
    issuer,
    rows,
    certificatesOf,
    killing,
    isDelivered,
    filesOf,
    /** One that dies at `moment`, and has lost a safeguard of `without.mjs`. */
    killingWithout: (moment: string, safeguard: string) => ({
      ...killing(moment),
      WITHOUT: safeguard,
      ...loading('kill-at.mjs', 'without.mjs'),
    }),
    without: (safeguard: string) => ({ ...settings, WITHOUT: safeguard, ...loading('without.mjs') }),

    /** Another worker takes over. @returns what it comes to, and how long it took in milliseconds from the kill on. */
    async recover(recipientKey: string, since: number) {
      const worker = await startWorker(name, settings);
      try {
        await until('the certificate is mailed', () => isDelivered(recipientKey), 120);
        const recoveryMs = Date.now() - since;
        return { ...(await found(recipientKey)), recoveryMs };
      } finally {
        await worker.stop();
      }
    },

    /** Something ends the worker while it works on one certificate. */
    async killWorker(
      username: string,
      environment: Record<string, string>,
      arrange: (worker: Running) => void = () => {},
    ) {
      const [recipientKey = ''] = await issuer.enrol([username]);
      const worker = await startWorker(name, environment);
      arrange(worker);
      await issuer.issue(recipientKey, Date.now());
      await worker.ended;
      return { recipientKey, since: Date.now() };
    },

    async close(): Promise<void> {
      await issuer.stop();
      await database.end();
      await sink.close();
      await sql(`drop database if exists ${name} with (force)`);
    },
  });
}
export type CrashScene = Awaited<ReturnType<typeof openCrashScene>>;
