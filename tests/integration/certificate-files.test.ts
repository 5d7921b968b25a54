import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ada, administrator, as, certificateOf, detailOf, type Method } from './administration.ts';
import { sql, until } from './cms.ts';

const FOLDER = path.join(process.env.LUMINO_DATA_DIR as string, 'certificates');
const YEAR = String(new Date().getFullYear());
const HOUR_MS = 60 * 60 * 1000;
const admin = (method: Method, path: string) => as(administrator.email, method, `/files${path}`);
const overview = async () => (await admin('get', '')).body.data;
const place = (key: string) => path.join(FOLDER, key);

/** Asks for an inspection and waits for what comes out. */
async function inspect() {
  const asked = new Date().toISOString();
  const answer = await admin('post', '/inspections');
  expect(answer.status).toBe(202);
  await until('an inspection that was asked for is done', async () => {
    const { last, isRunning } = await overview();
    return !isRunning && last !== null && last.startedAt >= asked;
  });
  return (await overview()).last;
}
const ids = ({ listed }: { listed: { certificateId: string }[] }) =>
  listed.map(({ certificateId }) => certificateId);
const keys = ({ listed }: { listed: { key: string }[] }) => listed.map(({ key }) => key);

/** A file that nobody knows of, this old. */
function strange(name: string, ageMs: number): string {
  const key = `${YEAR}/${name}`;
  writeFileSync(place(key), 'strange');
  const then = new Date(Date.now() - ageMs);
  utimesSync(place(key), then, then);
  return key;
}
async function issued(username: string) {
  const { id } = await certificateOf(username);
  const [row] = await sql<{ storage_key: string; sha_256: string }>(
    'select storage_key, sha_256 from certificates where document_id = $1',
    [id],
  );
  if (!row) throw new Error('it was issued');
  return { id, key: row.storage_key, sha256: row.sha_256 };
}
const hashOf = (key: string) =>
  createHash('sha256')
    .update(readFileSync(place(key)))
    .digest('hex');

describe('the files of certificates', () => {
  it('are all in their place in a clean run: nothing is reported, and every file was read', async () => {
    const found = await inspect();
    expect(found).toMatchObject({
      unknownFiles: { count: 0, listed: [] },
      missingFiles: { count: 0, listed: [] },
      alteredFiles: { count: 0, listed: [] },
    });
    expect(found.certificates).toBeGreaterThan(0);
    expect(found.hashed).toBe(found.certificates);
  });

  it('without a certificate are found once they are an hour old, and never removed', async () => {
    const [old, young] = [strange('old.pdf', 2 * HOUR_MS), strange('young.pdf', HOUR_MS / 2)];
    try {
      expect(keys((await inspect()).unknownFiles)).toEqual([old]);
      expect([old, young].map((key) => existsSync(place(key)))).toEqual([true, true]);
    } finally {
      for (const key of [old, young]) rmSync(place(key));
    }
  });

  it('that a crash left half-written are removed once they are a day old, and only those of our own making', async () => {
    const old = strange(`.${randomUUID()}.part`, 25 * HOUR_MS);
    const young = strange(`.${randomUUID()}.part`, 23 * HOUR_MS);
    const other = strange('somebody.part', 25 * HOUR_MS);
    try {
      const found = await inspect();
      expect(found.removedLeftovers).toBe(1);
      expect(keys(found.unknownFiles)).toEqual([other]);
      expect([old, young, other].map((key) => existsSync(place(key)))).toEqual([false, true, true]);
    } finally {
      for (const key of [young, other]) rmSync(place(key));
    }
  });

  it('that are missing are found, and drawn again to the very bytes that were issued (P12)', async () => {
    const { id, key, sha256 } = await issued('lostfile');
    rmSync(place(key));
    expect(ids((await inspect()).missingFiles)).toEqual([id]);
    const answer = await admin('post', `/${id}/drawings`);
    expect([answer.status, answer.body.data]).toEqual([200, { outcome: 'stored' }]);
    expect(hashOf(key)).toBe(sha256);
    expect((await overview()).last.missingFiles).toEqual({ count: 0, listed: [] });
    expect((await inspect()).missingFiles.count).toBe(0);
    const { timeline } = await detailOf(id);
    expect(timeline).toContainEqual(
      expect.objectContaining({ what: 'drawn-again', actor: expect.any(String) }),
    );
    expect((await admin('post', `/${id}/drawings`)).body.data).toEqual({ outcome: 'intact' });
  });

  it('that were altered are found by their bytes, though size and time are the same (P11)', async () => {
    const { id, key, sha256 } = await issued('alteredfile');
    const { atime, mtime } = statSync(place(key));
    const bytes = readFileSync(place(key));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(place(key), bytes);
    utimesSync(place(key), atime, mtime);
    expect(ids((await inspect()).alteredFiles)).toEqual([id]);
    expect((await admin('post', `/${id}/drawings`)).body.data).toEqual({ outcome: 'stored' });
    expect(hashOf(key)).toBe(sha256);
  });

  it('are not stored when what is drawn is not what was issued', async () => {
    const { id, key } = await issued('otherhash');
    const kept = `${place(key)}.kept`;
    renameSync(place(key), kept);
    try {
      // The row says a hash that its bytes never had, as after a change of the template under the same version.
      await changed(id, 'f'.repeat(64), async () => {
        const answer = await admin('post', `/${id}/drawings`);
        expect(answer.status).toBe(409);
        expect(answer.body.error.details.reason).toBe('drawn-otherwise');
        expect(existsSync(place(key))).toBe(false);
      });
    } finally {
      renameSync(kept, place(key));
    }
    expect(
      await sql("select 1 from certificate_audit where action = 'drawn-again' and certificate_key = $1", [
        id,
      ]),
    ).toEqual([]);
  });

  it('are not drawn for nobody, and not by teachers', async () => {
    expect((await admin('post', '/nothing/drawings')).status).toBe(404);
    expect((await ada('post', '/files/nothing/drawings')).status).toBe(403);
  });

  it('are inspected and drawn again by a command, which fails while something is wrong', async () => {
    const { key, sha256 } = await issued('commanded');
    rmSync(place(key));
    const first = command();
    expect([first.status, first.out]).toEqual([1, expect.stringContaining(`missing: `)]);
    expect(first.out).toContain(key);
    const second = command('--draw-again');
    expect([second.status, second.out]).toEqual([
      0,
      expect.stringContaining('drawn again, as it was issued'),
    ]);
    expect(hashOf(key)).toBe(sha256);
  });
});

/** With another hash in the row, which the database refuses as long as its guard is on. */
async function changed(id: string, sha256: string, then: () => Promise<void>): Promise<void> {
  const set = (value: unknown) =>
    sql(
      `do $$ begin
        alter table certificates disable trigger user;
        update certificates set sha_256 = '${value}' where document_id = '${id}';
        alter table certificates enable trigger user;
      end $$`,
    );
  const [row] = await sql('select sha_256 from certificates where document_id = $1', [id]);
  await set(sha256);
  try {
    await then();
  } finally {
    await set(row?.sha_256);
  }
}

function command(...args: string[]) {
  const { status, stdout } = spawnSync('node', ['scripts/boot.mjs', 'inspect-files', ...args], {
    cwd: path.join(__dirname, '..', '..'),
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL },
  });
  return { status, out: stdout };
}
