import { startS3Server, type S3Server } from '../../scripts/testing/s3-server.ts';
import { createS3Storage, type S3Options } from '../../plugins/certificates/server/src/storage/s3.ts';
import { sha256, type StoredFile } from '../../plugins/certificates/server/src/storage/storage.ts';

const bytes = Buffer.from('%PDF-1.7');
let s3: S3Server;

beforeAll(async () => {
  s3 = await startS3Server(['private'], 2);
});
afterAll(() => s3.stop());
beforeEach(() => s3.objects.clear());

const store = (options: Partial<S3Options> = {}) =>
  createS3Storage({
    ...{ bucket: 'private', region: 'eu-south-2', endpoint: s3.url, forcePathStyle: true },
    ...s3.credentials,
    prefix: 'certificates/',
    ...options,
  });

it('gives back what was written, with its hash and size', async () => {
  expect(await store().write('2026/a.pdf', bytes)).toBe(sha256(bytes));
  expect(await store().read('2026/a.pdf')).toEqual(bytes);
  expect(await store().hash('2026/a.pdf')).toBe(sha256(bytes));
  expect(await store().look('2026/a.pdf')).toMatchObject({ key: '2026/a.pdf', bytes: bytes.length });
});

it('refuses a stranger at the address of a file, and whoever has another key (C6, P10)', async () => {
  await store().write('2026/a.pdf', bytes);
  const address = `${s3.url}/private/certificates/2026/a.pdf`;
  for (const method of ['GET', 'HEAD', 'DELETE']) expect((await fetch(address, { method })).status).toBe(403);
  expect((await fetch(`${s3.url}/private?list-type=2`)).status).toBe(403);
  for (const wrong of [{ secretAccessKey: 'guessed' }, { accessKeyId: 'SOMEBODY' }])
    await expect(store(wrong).read('2026/a.pdf')).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
  expect(await store().read('2026/a.pdf')).toEqual(bytes);
});

it('says which file is missing, as something that may be mended', async () => {
  await expect(store().read('2026/gone.pdf')).rejects.toMatchObject({
    status: 503,
    details: { reason: 'file-missing' },
    message: expect.stringContaining('2026/gone.pdf'),
  });
  expect([await store().hash('b.pdf'), await store().look('b.pdf')]).toEqual([null, null]);
});

it('notices at once that a bucket keeps something else than it was given', async () => {
  const keep = s3.objects.set.bind(s3.objects);
  const altering = jest
    .spyOn(s3.objects, 'set')
    .mockImplementation((key, object) => keep(key, { ...object, bytes: Buffer.from('%PDF-1.6') }));
  await expect(store().write('2026/a.pdf', bytes)).rejects.toThrow('reads back differently');
  altering.mockRestore();
});

it('lists what is under its prefix, page after page, and nothing of others; removes once or twice', async () => {
  await store({ prefix: 'media/' }).write('other.pdf', bytes);
  for (const key of ['a.pdf', 'b.pdf', 'c & d.pdf']) await store().write(key, bytes);
  await store().remove('b.pdf');
  await store().remove('b.pdf');
  const found: StoredFile[] = [];
  for await (const file of store().list()) found.push(file);
  expect(found.map(({ key, bytes: size }) => [key, size])).toEqual([
    ['a.pdf', bytes.length],
    ['c & d.pdf', bytes.length],
  ]);
});
