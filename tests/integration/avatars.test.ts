import { readdirSync } from 'node:fs';
import os from 'node:os';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { cms, newStudent } from './cms.ts';

const RED = { create: { width: 900, height: 600, channels: 3 as const, background: 'red' } };

/** A PNG that says it is huge and holds nothing (RFC 2083, 3). */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const table = Array.from({ length: 256 }, (_, n) => {
      let c = n;
      for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
      return c >>> 0;
    });
    let crc = 0xffffffff;
    for (const byte of body) crc = (table[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const leftovers = (): string[] =>
  readdirSync(os.tmpdir()).filter((name) => /^[a-z0-9]{25}(\.webp)?$/.test(name));

describe('the picture of a profile (U3, P10)', () => {
  let bearer: string;
  beforeAll(async () => ({ bearer } = await newStudent('portrayed')));
  const send = (picture: Buffer, name = 'me.jpg') =>
    cms()
      .put('/api/me/profile')
      .set('Authorization', bearer)
      .field('bio', 'x')
      .attach('avatar', picture, { filename: name, contentType: 'image/jpeg' });
  const stored = async (): Promise<{ picture: Buffer; url: string }> => {
    const { body } = await cms().get('/api/people/portrayed').set('Authorization', bearer).expect(200);
    const { body: picture } = await cms()
      .get(body.avatar.url)
      .expect(200)
      .expect('Content-Type', /image\/webp/);
    return { picture, url: body.avatar.url };
  };

  it.each(['jpeg', 'png', 'webp'] as const)('may be %s, and becomes a small square', async (format) => {
    await send(await sharp(RED).toFormat(format).toBuffer()).expect(204);
    expect(await sharp((await stored()).picture).metadata()).toMatchObject({
      format: 'webp',
      width: 512,
      height: 512,
    });
  });

  it('keeps nothing but pixels: no place, no script, nothing behind its end', async () => {
    const hidden = '<script>alert(1)</script>';
    const jpeg = await sharp(RED)
      .withExif({ IFD0: { Copyright: hidden }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    expect(jpeg.includes(hidden)).toBe(true);
    await send(Buffer.concat([jpeg, Buffer.from(`PK\x03\x04${hidden}`)]), 'me.html').expect(204);
    const { picture, url } = await stored();
    expect(picture.includes('script')).toBe(false);
    expect((await sharp(picture).metadata()).exif).toBeUndefined();
    expect(url).toMatch(/\.webp\?v=\w+$/);
  });

  it.each([
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')],
    ['a picture that ends in the middle', bomb(100, 100)],
    ['a picture that would fill the memory', bomb(60_000, 60_000)],
    ['text', Buffer.from('hello')],
  ])('is not %s, whatever it is called', async (_, file) => {
    const { body } = await send(file).expect(400);
    expect(body.error.details.errors[0]).toMatchObject({
      path: ['avatar'],
      message: expect.stringMatching(/^(not-an-image|too-large)$/),
    });
  });

  it('is not larger than 5 MB', async () => {
    const jpeg = await sharp(RED).jpeg().toBuffer();
    const { body } = await send(Buffer.concat([jpeg, Buffer.alloc(5 * 1024 * 1024)])).expect(400);
    expect(body.error.details.errors[0]).toMatchObject({ path: ['avatar'], message: 'too-large' });
  });

  it('leaves no file behind but the one that is shown', async () => {
    const before = leftovers();
    await send(await sharp(RED).png().toBuffer()).expect(204);
    await send(Buffer.from('hello')).expect(400);
    const first = await stored();
    await send(await sharp(RED).jpeg().toBuffer()).expect(204);
    expect((await stored()).url).not.toBe(first.url);
    await cms().get(first.url).expect(404);
    expect(leftovers()).toEqual(before);
  });
});
