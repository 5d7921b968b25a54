import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../scripts/testing/free-port.ts';
import { sql } from './cms.ts';
import { olderPostgres, startOlderPostgres } from './older-postgres.ts';
import { runVerb } from './run-verb.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OTHER_KEY = 'AGE-SECRET-KEY-1RCH7LF638QR0AZLLUPDMFPUNFK88QE568SE0MXGAQFTHGL26T4XS56WQC5';
const inFolder = (name: string) => path.join(folder, name);
const archivesIn = (name: string): string[] =>
  readdirSync(inFolder(name))
    .filter((file) => file.endsWith('.age'))
    .sort();
const backup = (name: string, env: Record<string, string> = {}) =>
  runVerb('backup', [], { BACKUP_DIR: inFolder(name), ...env });
const drill = (name: string, env: Record<string, string> = {}) =>
  runVerb('restore', ['--drill'], { BACKUP_DIR: inFolder(name), ...env });
const noted = async (what: string) =>
  (
    await sql<{ value: string }>('select value from strapi_core_store_settings where key = $1', [
      `plugin_monitoring_${what}`,
    ])
  )[0]?.value;

describe('a backup (P12)', () => {
  let file: string;
  beforeAll(async () => {
    const { code, said } = await backup('good');
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/files of certificates, \d+ of media/),
    });
    file = inFolder(`good/${archivesIn('good')[0]}`);
  });

  it('is restored aside, and every certificate has the hash that it was issued with', async () => {
    const { code, said } = await drill('good');
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/✓ All [1-9]\d* files of certificates are as they were issued/),
    });
    expect(said).toMatch(/RPO: .*\n\s+RTO: \d+ s/);
    expect(await sql("select from pg_database where datname like 'lumino_drill_%'")).toEqual([]);
  });

  it('is noted where monitoring sees it, as is the drill', async () => {
    for (const what of ['backup', 'drill'])
      expect(Date.now() - Date.parse(JSON.parse((await noted(what)) ?? '{}').at)).toBeLessThan(600_000);
  });

  it('shows nothing of anybody to who has no key', () => {
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).toMatch(/^age-encryption\.org\/v1\n/);
    for (const secret of ['guido', 'Guido', process.env.ENCRYPTION_KEY as string])
      expect(bytes).not.toContain(secret);
  });

  it('is refused with another key', async () => {
    const { code, said } = await drill('good', { BACKUP_KEY: OTHER_KEY });
    expect(code).toBe(1);
    expect(said).toContain('cannot be read');
  });

  it.each([
    ['one byte of it was changed', (bytes: Buffer) => (((bytes[bytes.length >> 1] as number) ^= 1), bytes)],
    ['its end is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100_000)],
  ])('is refused when %s, with its checksum and without', async (what, change) => {
    const name = what.replaceAll(' ', '-');
    cpSync(inFolder('good'), inFolder(name), { recursive: true });
    const [archive = ''] = archivesIn(name);
    writeFileSync(inFolder(`${name}/${archive}`), change(readFileSync(file)));
    expect(await drill(name)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not what was written'),
    });
    rmSync(inFolder(`${name}/${archive}.sha256`));
    const from = ['--drill', '--from', inFolder(`${name}/${archive}`)];
    expect(await runVerb('restore', from)).toMatchObject({
      code: 1,
      said: expect.stringContaining('cannot be read'),
    });
  });

  it('never goes into a database that is not empty, unless its name is said', async () => {
    for (const args of [[], ['--replace', 'other']])
      expect(
        await runVerb('restore', ['--from', file, ...args], {
          LUMINO_DATA_DIR: inFolder('data'),
          CERTIFICATES_DIR: inFolder('certificates'),
          PUBLIC_DIR: inFolder('public'),
        }),
      ).toMatchObject({
        code: 1,
        said: expect.stringContaining('is not empty'),
      });
  });

  it('does not count when a certificate is missing or altered, and says which', async () => {
    const copy = inFolder('altered-certificates');
    cpSync(process.env.CERTIFICATES_DIR as string, copy, { recursive: true });
    const [row] = await sql<{ key: string }>(
      'select storage_key as key from certificates where storage_key is not null order by id limit 1',
    );
    writeFileSync(path.join(copy, row?.key ?? ''), 'altered');
    const before = await noted('backup');
    const made = await backup('altered', { CERTIFICATES_DIR: copy });
    expect(made).toMatchObject({
      code: 1,
      said: expect.stringContaining(`✗ ${row?.key} is missing, or not what was issued`),
    });
    expect(await noted('backup')).toBe(before);
    expect(await drill('altered')).toMatchObject({ code: 1, said: expect.stringContaining(`✗ ${row?.key}`) });
  });
});

const other = olderPostgres();
(other ? describe : describe.skip)('a server whose own pg_dump is installed', () => {
  it('takes what another version has saved, is saved by pg_dump, and comes back whole', async () => {
    const server = startOlderPostgres(other as string, await freePort());
    try {
      const places = {
        DATABASE_URL: server.url,
        LUMINO_DATA_DIR: inFolder('older'),
        CERTIFICATES_DIR: inFolder('older/certificates'),
        PUBLIC_DIR: inFolder('older/public'),
      };
      const good = inFolder(`good/${archivesIn('good')[0]}`);
      expect(await runVerb('restore', ['--from', good], places)).toMatchObject({ code: 0 });
      const counts = (said: string) => /^.* modules, .*$/m.exec(said)?.[0];
      const made = await backup('by-pg-dump', places);
      expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Database by pg_dump') });
      const tried = await drill('by-pg-dump', places);
      expect(tried.said).toContain('as they were issued');
      expect(tried.code).toBe(0);
      expect(counts(tried.said)).toBe(counts(made.said));
      const held = execFileSync(
        'psql',
        [server.url, '-Atc', 'select task from pgboss.jobs_held order by task'],
        { encoding: 'utf8' },
      );
      expect(held.trim().split('\n')).toEqual(['*', 'deliveries/send']);
    } finally {
      server.stop();
    }
  });
});
