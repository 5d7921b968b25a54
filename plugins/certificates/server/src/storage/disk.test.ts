import { mkdtemp, readdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDiskStorage, sha256 } from './disk';

const store = async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'certificates-'));
  return { directory, storage: createDiskStorage(directory) };
};
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

it('refuses a key that leaves the store (P5)', async () => {
  const { storage } = await store();
  await expect(storage.write('../a.pdf', bytes)).rejects.toThrow('leaves the store');
});
