import http from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import { adminToken, cms, newStudent, people } from '../integration/cms.ts';
import { tried } from './tried.ts';

const chunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.concat([Buffer.from(type), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(head));
  return Buffer.concat([length, head, sum]);
};
/** A PNG that says it is as large as this, and is a few bytes. */
function pixelBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(width))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SCRIPT = '<script>alert(document.domain)</script>';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;
const HOSTILE: [string, string, string, Buffer][] = [
  ['SVG with a script', 'a.svg', 'image/svg+xml', Buffer.from(SVG)],
  ['HTML', 'a.html', 'text/html', Buffer.from(`<!doctype html>${SCRIPT}`)],
  [
    'XHTML that calls itself WebP',
    'a.webp',
    'image/webp',
    Buffer.from(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`),
  ],
  ['a program', 'a.png', 'image/png', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(200)])],
];
/** What Strapi takes by its name where its bytes say nothing to it, and what is two things at once. */
const POLYGLOTS: [string, string, string, Buffer][] = [
  ['SVG that calls itself PNG', 'a.png', 'image/png', Buffer.from(SVG)],
  ['HTML that calls itself JPEG', 'a.jpg', 'image/jpeg', Buffer.from(`<!doctype html>${SCRIPT}`)],
  ['PHP behind two endings', 'a.php.png', 'image/png', Buffer.from('<?php system($_GET["c"]); ?>')],
  [
    'a GIF that is a script',
    'a.gif',
    'image/gif',
    Buffer.concat([Buffer.from('GIF89a/*'), Buffer.alloc(20), Buffer.from('*/=1;alert(1)')]),
  ],
  ['a PDF that is a page', 'a.pdf', 'application/pdf', Buffer.from(`%PDF-1.4\n${SCRIPT}\n%%EOF`)],
];

describe('files that staff upload (P10)', () => {
  let token: string;
  let count = 0;
  beforeAll(async () => {
    token = await adminToken(people.showcase.editor.email);
  });
  afterAll(() => tried('P10', 'hostile files: polyglots, SVG, pixel bombs, 1 GB', count));
  const upload = (name: string, type: string, bytes: Buffer) => (
    count++,
    cms()
      .post('/upload')
      .set('Authorization', token)
      .attach('files', bytes, { filename: name, contentType: type })
  );

  it.each(HOSTILE)('%s is refused', async (_what, name, type, bytes) => {
    const { status } = await upload(name, type, bytes);
    expect([400, 413, 415]).toContain(status);
  });

  it.each(POLYGLOTS)(
    '%s is refused, or is given out as what it calls itself and never as a page',
    async (_what, name, type, bytes) => {
      const { status, body } = await upload(name, type, bytes);
      if (status >= 400) return;
      const [file] = body as { url: string }[];
      const { headers } = await cms().get(file?.url ?? '');
      expect(headers['content-type']).toBe(type);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it.each([
    [30_000, 30_000],
    [65_535, 65_535],
  ])('a picture of %i × %i points in a few bytes is not unpacked', async (width, height) => {
    const { status } = await upload('bomb.png', 'image/png', pixelBomb(width, height));
    expect(status).toBeLessThan(600);
    // Whatever it says to it, it lives and answers.
    await cms().get('/_health/ready').expect(200);
  });

  it('as an avatar, a bomb is refused', async () => {
    const { bearer } = await newStudent(`bomber-${Date.now() % 1e6}`);
    const { status } = await cms()
      .put('/api/me/profile')
      .set('Authorization', bearer)
      .field('bio', '')
      .attach('avatar', pixelBomb(60_000, 60_000), { filename: 'a.png', contentType: 'image/png' });
    count++;
    expect(status).toBe(400);
  });

  it.each([
    ['the cms', process.env.CMS_URL as string, '/upload'],
    ['the site', process.env.SITE_URL as string, '/profile/edit'],
  ])('1 GB is refused by %s before it has been sent', async (_who, address, path) => {
    count++;
    const sent = await new Promise<{ status: number | undefined; bytes: number }>((resolve) => {
      let bytes = 0;
      let status: number | undefined;
      const request = http.request(new URL(path, address), {
        method: 'POST',
        headers: {
          'Content-Type': 'multipart/form-data; boundary=x',
          'Content-Length': 1e9,
          Authorization: token,
          Origin: address,
        },
      });
      const piece = Buffer.alloc(1e6);
      request.on('response', (response) => {
        status = response.statusCode;
        response.resume();
        request.destroy();
      });
      request.on('error', () => {});
      request.on('close', () => resolve({ status, bytes }));
      request.write(
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.zip"\r\nContent-Type: application/zip\r\n\r\n',
      );
      const go = (): void => {
        if (request.destroyed) return;
        bytes += piece.length;
        if (bytes < 1e9) request.write(piece, () => setImmediate(go));
      };
      go();
    });
    expect(sent.bytes).toBeLessThan(400e6);
    if (sent.status !== undefined) expect(sent.status).toBeGreaterThanOrEqual(400);
  });
});
