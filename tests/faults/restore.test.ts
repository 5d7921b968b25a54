import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { until } from '../integration/cms.ts';
import { runVerb } from '../integration/run-verb.ts';
import { type CrashScene, openCrashScene } from './crash-scene.ts';
import { addFaultRow } from './fault-table.ts';
import { databaseUrl, startWorker } from './processes.ts';
import { startOwnPostgres, type OwnPostgres } from './queue/own-postgres.ts';

jest.setTimeout(600_000);

const MAILED = 6;
const DRAWN_AFTER_THE_BACKUP = 4;
/** Long enough for a worker to fetch, draw and send several times over. */
const QUIET_MS = 8_000;

/** What a person would have: a key on paper, and one file. Everything that this run's own .env says is taken away. */
const EMPTY_MACHINE = Object.fromEntries(
  [
    'APP_KEYS',
    'API_TOKEN_SALT',
    'ADMIN_JWT_SECRET',
    'TRANSFER_TOKEN_SALT',
    'JWT_SECRET',
    'ENCRYPTION_KEY',
    'SITE_SECRET',
    'BACKUP_DIR',
    'CERTIFICATES_DIR',
  ].map((name) => [name, undefined]),
);

describe('a centre that is lost, and brought back on an empty machine from one backup (P12)', () => {
  let scene: CrashScene;
  let server: OwnPostgres;
  const place = mkdtempSync(path.join(os.tmpdir(), 'lumino-restored-'));
  const backups = path.join(place, 'backups');
  let archive: string;
  let backupBegun = 0;
  let takenAt = 0;
  let sentBefore: Map<string, number>;

  const machine = (name: string) => {
    const folder = path.join(place, name);
    return {
      ...EMPTY_MACHINE,
      LUMINO_DATA_DIR: folder,
      LUMINO_ENV_FILE: path.join(place, `${name}.env`),
      PUBLIC_DIR: path.join(folder, 'public'),
      BACKUP_KEY: process.env.BACKUP_KEY,
      DATABASE_URL: server.url.replace(/\/[^/]+$/, `/${name}`),
    };
  };
  /** What the worker of a restored centre runs with: its own .env, the mail server of before. */
  const workerOf = (name: string) => {
    const { DATABASE_URL, LUMINO_DATA_DIR, LUMINO_ENV_FILE } = machine(name);
    const secrets = Object.fromEntries(
      readFileSync(LUMINO_ENV_FILE, 'utf8')
        .split('\n')
        .flatMap((line) => {
          const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
          return key && key in EMPTY_MACHINE ? [[key, value ?? '']] : [];
        }),
    );
    return startWorker('unused', {
      ...secrets,
      DATABASE_URL,
      SMTP_PORT: String(scene.sink.port),
      CERTIFICATES_DIR: path.join(LUMINO_DATA_DIR, 'certificates'),
    });
  };
  async function rowsOf<Row>(name: string, text: string): Promise<Row[]> {
    const client = new Client({ connectionString: machine(name).DATABASE_URL });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
  const createDatabase = async (name: string) => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
  };
  const copies = () => [...scene.sink.kept.values()];

  beforeAll(async () => {
    scene = await openCrashScene('restore_scene');
    server = await startOwnPostgres();
    const mailed = await scene.issuer.enrol(Array.from({ length: MAILED }, (_, n) => `mailed-${n}`));
    const late = await scene.issuer.enrol(
      Array.from({ length: DRAWN_AFTER_THE_BACKUP }, (_, n) => `late-${n}`),
    );
    let worker = await startWorker(scene.name, scene.settings);
    for (const key of mailed) await scene.issuer.issue(key, Date.now());
    for (const key of mailed) await until('it is mailed', () => scene.isDelivered(key));
    await worker.stop();
    // Issued, neither drawn nor mailed: and the worker does both as soon as the backup has been taken.
    for (const key of late) await scene.issuer.issue(key, Date.now());
    backupBegun = Date.now();
    const { code, said } = await runVerb('backup', [], {
      DATABASE_URL: databaseUrl(scene.name),
      CERTIFICATES_DIR: scene.folder,
      PUBLIC_DIR: path.join(place, 'no-media'),
      BACKUP_DIR: backups,
    });
    expect({ code, said }).toEqual({ code: 0, said: expect.any(String) });
    takenAt = Date.parse(/as it was at (\S+)/.exec(said)?.[1] ?? '');
    archive = path.join(backups, readdirSync(backups).find((name) => name.endsWith('.age')) as string);
    worker = await startWorker(scene.name, scene.settings);
    for (const key of late) await until('it is mailed', () => scene.isDelivered(key));
    await worker.stop();
    sentBefore = new Map(scene.sink.kept);
    expect(sentBefore.size).toBe(MAILED + DRAWN_AFTER_THE_BACKUP);
    // The disaster.
    await scene.issuer.stop();
    rmSync(scene.folder, { recursive: true });
  });
  afterAll(async () => {
    await scene?.close();
    await server?.close();
    rmSync(place, { recursive: true, force: true });
  });

  it('has every certificate with its hash, its secrets, and everything on hold', async () => {
    await createDatabase('restored');
    const started = Date.now();
    const { code, said } = await runVerb('restore', ['--from', archive], machine('restored'));
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining(`✓ All ${MAILED} files of certificates`),
    });
    expect(said).toContain(`${DRAWN_AFTER_THE_BACKUP} certificates to draw were waiting`);
    const rows = await rowsOf<{ storage_key: string; sha_256: string }>(
      'restored',
      'select storage_key, sha_256 from certificates where storage_key is not null',
    );
    expect(rows).toHaveLength(MAILED);
    for (const { storage_key, sha_256 } of rows) {
      const bytes = readFileSync(path.join(machine('restored').LUMINO_DATA_DIR, 'certificates', storage_key));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha_256);
    }
    expect(readFileSync(machine('restored').LUMINO_ENV_FILE, 'utf8')).toContain(
      `ENCRYPTION_KEY=${process.env.ENCRYPTION_KEY}`,
    );
    expect(await rowsOf('restored', 'select task from pgboss.jobs_held order by task')).toEqual([
      { task: '*' },
      { task: 'deliveries/send' },
    ]);
    expect(existsSync(path.join(machine('restored').LUMINO_DATA_DIR, 'certificates'))).toBe(true);

    const worker = await workerOf('restored');
    const rtoMs = Date.now() - started;
    console.log(
      `RPO: what was written after ${new Date(takenAt).toISOString()} is lost; the snapshot was taken ${takenAt - backupBegun} ms after the backup began. RTO with a worker that is ready: ${(rtoMs / 1000).toFixed(1)} s`,
    );
    addFaultRow({
      test: 'P12 restored on an empty machine (RTO)',
      jobs: MAILED + DRAWN_AFTER_THE_BACKUP,
      lost: 0,
      twice: 0,
      recoveryMs: [rtoMs],
    });
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    await worker.stop();
    expect(await rowsOf('restored', 'select from certificates where rendered_at is null')).toHaveLength(
      DRAWN_AFTER_THE_BACKUP,
    );
    expect(new Map(scene.sink.kept)).toEqual(sentBefore);
  });

  it('goes on when it is told to, and no mail is sent twice', async () => {
    expect(await runVerb('resume', ['mail'], machine('restored'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('Everything is on hold'),
    });
    expect(await runVerb('resume', ['work'], machine('restored'))).toMatchObject({ code: 0 });
    const worker = await workerOf('restored');
    const undrawn = () => rowsOf('restored', 'select from certificates where rendered_at is null');
    await until('everything is drawn', async () => (await undrawn()).length === 0, 120);
    const released = await runVerb('resume', ['mail'], machine('restored'));
    expect(released).toMatchObject({
      code: 0,
      said: expect.stringContaining(`${DRAWN_AFTER_THE_BACKUP} mails were set aside`),
    });
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    await worker.stop();
    expect(new Map(scene.sink.kept)).toEqual(sentBefore);
    expect(Math.max(...copies())).toBe(1);
    // What was drawn again is what was drawn before, byte for byte: a certificate has one file for ever.
    const rows = await rowsOf<{ sha_256: string }>(
      'restored',
      'select sha_256 from certificates where storage_key is not null',
    );
    expect(rows).toHaveLength(MAILED + DRAWN_AFTER_THE_BACKUP);
  });

  it('would send again what waited, were it not set aside: the negative control', async () => {
    await createDatabase('control');
    expect(await runVerb('restore', ['--from', archive], machine('control'))).toMatchObject({ code: 0 });
    expect(await runVerb('resume', ['work'], machine('control'))).toMatchObject({ code: 0 });
    expect(await runVerb('resume', ['mail', '--send-waiting'], machine('control'))).toMatchObject({
      code: 0,
    });
    const worker = await workerOf('control');
    await until(
      'mails go out once more',
      async () => scene.sink.kept.size >= sentBefore.size + DRAWN_AFTER_THE_BACKUP,
      120,
    );
    await worker.stop();
  });
});
