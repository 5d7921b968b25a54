import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { chooseEncoding, encodeAll, isCompressible } from './encodings';

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['gzip;q=0.000', 'identity'],
  ['deflate', 'identity'],
  ['*', 'identity'],
  ['library', 'identity'],
  [undefined, 'identity'],
])('%s is answered in %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});

it('a page is the same in every encoding, and smaller', async () => {
  const page = Buffer.from('<p>A lesson about lessons.</p>\n'.repeat(200));
  const { br, gzip, identity } = await encodeAll(page, 'text/html; charset=utf-8');
  expect(brotliDecompressSync(br).equals(page)).toBe(true);
  expect(gunzipSync(gzip).equals(page)).toBe(true);
  expect(identity).toBe(page);
  expect(Math.max(br.length, gzip.length)).toBeLessThan(page.length / 10);
});

it('what is compressed already is left alone', async () => {
  const picture = Buffer.alloc(5000, 1);
  expect((await encodeAll(picture, 'image/webp')).br).toBe(picture);
  expect(isCompressible('font/woff2')).toBe(false);
});
