import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDiskStorage } from './disk';
import { isLeftover, sha256 } from './storage';

const store = async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'certificates-'));
  return { directory, storage: createDiskStorage(directory) };
};
async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
const bytes = Buffer.from('%PDF-1.7');

it('gives back what was written, with its hash', async () => {
  const { storage } = await store();
  expect(await storage.write('2026/a.pdf', bytes)).toBe(sha256(bytes));
  expect(await storage.read('2026/a.pdf')).toEqual(bytes);
});

it('writing the same key again leaves one file and nothing beside it', async () => {
  const { directory, storage } = await store();
  await storage.write('2026/a.pdf', bytes);
  await storage.write('2026/a.pdf', bytes);
  expect(await readdir(path.join(directory, '2026'))).toEqual(['a.pdf']);
});

it('keeps files for its own user alone (C6)', async () => {
  const { directory, storage } = await store();
  await storage.write('2026/a.pdf', bytes);
  expect((await stat(path.join(directory, '2026/a.pdf'))).mode & 0o077).toBe(0);
});

it('says which file is missing, as something that may be mended', async () => {
  const { storage } = await store();
  await expect(storage.read('2026/gone.pdf')).rejects.toMatchObject({
    status: 503,
    details: { reason: 'file-missing' },
    message: expect.stringContaining('2026/gone.pdf'),
  });
});

it('refuses a key that leaves the store (P5)', async () => {
  const { storage } = await store();
  await expect(storage.write('../a.pdf', bytes)).rejects.toThrow('leaves the store');
});

it('lists every file with size and time, also a half-written one, and nothing before there is a folder', async () => {
  const { directory, storage } = await store();
  expect(await all(createDiskStorage(path.join(directory, 'none')).list())).toEqual([]);
  await storage.write('2026/a.pdf', bytes);
  await storage.write('b.pdf', bytes);
  await writeFile(path.join(directory, '2026', '.half.part'), 'x');
  const listed = await all(storage.list());
  expect(listed.map(({ key, bytes: size }) => [key, size]).sort()).toEqual([
    ['2026/.half.part', 1],
    ['2026/a.pdf', bytes.length],
    ['b.pdf', bytes.length],
  ]);
  for (const { modifiedAt } of listed) expect(Date.now() - modifiedAt.getTime()).toBeLessThan(60_000);
});

it('knows the hash of what lies there, and says null where nothing does', async () => {
  const { storage } = await store();
  await storage.write('2026/a.pdf', bytes);
  expect(await storage.hash('2026/a.pdf')).toBe(sha256(bytes));
  expect(await storage.look('2026/a.pdf')).toMatchObject({ bytes: bytes.length });
  expect([await storage.hash('2026/b.pdf'), await storage.look('2026/b.pdf')]).toEqual([null, null]);
});

it('takes for left over only what it names so itself, not every file that ends alike', () => {
  expect(isLeftover('2026/.0b9f4f52-6f0e-4a4e-8f0e-3f0d5a1b2c3d.part')).toBe(true);
  for (const other of ['2026/a.pdf.part', '.part', '2026/0b9f4f52-6f0e-4a4e-8f0e-3f0d5a1b2c3d.part'])
    expect(isLeftover(other)).toBe(false);
});
