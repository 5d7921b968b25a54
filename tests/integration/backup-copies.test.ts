import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nameOf } from '../../scripts/backup/rotation.ts';
import { startS3Server, type S3Server } from '../../scripts/testing/s3-server.ts';
import { sql } from './cms.ts';
import { runVerb } from './run-verb.ts';

const BUCKET = 'copies';
const PREFIX = 'school/';
const DAY = 24 * 3600 * 1000;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-copies-'));

describe('copies of backups in a private bucket (P12)', () => {
  let s3: S3Server;
  let copies: Record<string, string>;
  const names = () => [...s3.objects.keys()].sort();
  const archives = () => names().filter((name) => name.startsWith(`/${BUCKET}/${PREFIX}lumino-`));
  const backup = (into: string) =>
    runVerb('backup', [], { ...copies, BACKUP_DIR: path.join(folder, into), BACKUP_KEEP: '2 0 0' });
  const lay = (name: string) =>
    s3.objects.set(`/${BUCKET}/${name}`, { bytes: Buffer.from(name), type: 'x/x', modifiedAt: new Date() });

  beforeAll(async () => {
    s3 = await startS3Server([BUCKET], 3);
    copies = {
      BACKUP_S3_BUCKET: BUCKET,
      BACKUP_S3_PREFIX: PREFIX,
      BACKUP_S3_REGION: 'eu-south-2',
      BACKUP_S3_ENDPOINT: s3.url,
      BACKUP_S3_FORCE_PATH_STYLE: 'true',
      BACKUP_S3_ACCESS_KEY_ID: s3.credentials.accessKeyId,
      BACKUP_S3_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
    };
  });
  afterAll(async () => {
    await s3.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a backup is copied, byte for byte, and old copies go; what is not a backup of this centre stays', async () => {
    const old = [3, 2, 1].map((days) => nameOf(new Date(Date.now() - days * DAY)));
    for (const name of old) for (const end of ['', '.sha256']) lay(`${PREFIX}${name}${end}`);
    const others = ['other-school/lumino-2020-01-01T00-00-00Z.tar.gz.age', `${PREFIX}notes.txt`];
    others.forEach(lay);

    const { code, said } = await backup('here');
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining(`✓ Copied to s3://${BUCKET}/${PREFIX}`),
    });
    const files = readdirSync(path.join(folder, 'here')).sort();
    expect(files).toHaveLength(2);
    for (const file of files) {
      const copied = s3.objects.get(`/${BUCKET}/${PREFIX}${file}`)?.bytes;
      expect(copied?.equals(readFileSync(path.join(folder, 'here', file)))).toBe(true);
    }
    // Two days have one each: the newest, and that of a day ago.
    expect(archives()).toEqual(
      [old[2] as string, ...files.filter((file) => file.endsWith('.age'))]
        .flatMap((name) => [`/${BUCKET}/${PREFIX}${name}`, `/${BUCKET}/${PREFIX}${name}.sha256`])
        .sort(),
    );
    for (const name of others) expect(names()).toContain(`/${BUCKET}/${name}`);
    expect(s3.unfinished()).toBe(0);
  });

  it('nobody reads one without the key of the bucket', async () => {
    for (const name of archives()) expect((await fetch(`${s3.url}${name}`)).status).toBe(403);
    expect((await fetch(`${s3.url}/${BUCKET}?list-type=2`)).status).toBe(403);
  });

  it('a machine that has nothing else is brought back from the bucket alone', async () => {
    await sql('drop database if exists from_copies with (force)');
    await sql('create database from_copies');
    const place = path.join(folder, 'empty');
    try {
      const { code, said } = await runVerb('restore', [], {
        ...copies,
        LUMINO_DATA_DIR: place,
        LUMINO_ENV_FILE: path.join(folder, 'empty.env'),
        CERTIFICATES_DIR: path.join(place, 'certificates'),
        PUBLIC_DIR: path.join(place, 'public'),
        BACKUP_DIR: path.join(place, 'backups'),
        DATABASE_URL: (process.env.TEST_DATABASE_URL as string).replace(/\/[^/]+$/, '/from_copies'),
      });
      expect({ code, said }).toEqual({
        code: 0,
        said: expect.stringMatching(/✓ All [1-9]\d* files of certificates are as they were issued/),
      });
    } finally {
      await sql('drop database if exists from_copies with (force)');
    }
  });

  it('a copy that was altered there is refused', async () => {
    const newest = archives().findLast((name) => name.endsWith('.age')) as string;
    const kept = s3.objects.get(newest) as { bytes: Buffer; type: string; modifiedAt: Date };
    const altered = Buffer.from(kept.bytes);
    (altered[altered.length >> 1] as number) ^= 1;
    s3.objects.set(newest, { ...kept, bytes: altered });
    const drill = await runVerb('restore', ['--drill'], {
      ...copies,
      BACKUP_DIR: path.join(folder, 'altered'),
    });
    expect(drill).toMatchObject({ code: 1, said: expect.stringContaining('is not what was written') });
    s3.objects.set(newest, kept);
  });

  it('one that was cut off, and has no checksum yet, is not taken for the newest', async () => {
    lay(`${PREFIX}${nameOf(new Date(Date.now() + 60_000))}`);
    const drill = await runVerb('restore', ['--drill'], { ...copies, BACKUP_DIR: path.join(folder, 'cut') });
    expect({ code: drill.code, said: drill.said }).toEqual({
      code: 0,
      said: expect.stringContaining('as they were issued'),
    });
  });

  it('a bucket that refuses fails the backup, which stays here and does not count', async () => {
    const noted = () =>
      sql("select value from strapi_core_store_settings where key = 'plugin_monitoring_backup'");
    const before = await noted();
    const { code, said } = await runVerb('backup', [], {
      ...copies,
      BACKUP_S3_SECRET_ACCESS_KEY: 'wrong',
      BACKUP_DIR: path.join(folder, 'refused'),
    });
    expect(code).toBe(1);
    expect(said).toContain(`s3://${BUCKET}/${PREFIX}`);
    expect(said).toContain('does not count');
    expect(readdirSync(path.join(folder, 'refused'))).toHaveLength(2);
    expect(await noted()).toEqual(before);
  });
});
