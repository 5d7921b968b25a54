import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { readVectorPicture } from '../rendering/picture/vector-picture';
import { normalise } from './normalise';

const svg = (content: string, attributes = 'viewBox="0 0 100 50"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);
const shapesOf = (bytes: Buffer) => readVectorPicture(normalise(bytes).data.toString()).shapes;

describe('an SVG that was uploaded', () => {
  it('is kept as paths in plain colours, its transforms and styles worked out', () => {
    const bytes = svg(
      '<style>.a{fill:#f00}</style><g transform="translate(10 5) scale(2)" opacity=".5"><rect class="a" width="20" height="10"/></g>' +
        '<path d="M0 0L100 50" fill="none" stroke="blue" stroke-width="2" stroke-linecap="round"/>',
    );
    const { mediaType, width, height } = normalise(bytes);
    expect({ mediaType, width, height }).toEqual({ mediaType: 'image/svg+xml', width: 1000, height: 500 });
    expect(shapesOf(bytes)).toEqual([
      { kind: 'fill', color: '#ff0000', opacity: 0.5, rule: 'nonzero', d: 'M100 50L500 50L500 250L100 250Z' },
      {
        kind: 'line',
        color: '#0000ff',
        opacity: 1,
        width: 20,
        cap: 'round',
        join: 'miter',
        d: 'M0 0L1000 500',
      },
    ]);
  });

  it('keeps holes, and forgets what cannot be seen', () => {
    const shapes = shapesOf(
      svg('<path fill-rule="evenodd" d="M0 0h9v9h-9z"/><rect width="9" height="9" visibility="hidden"/>'),
    );
    expect(shapes).toMatchObject([{ kind: 'fill', rule: 'evenodd' }]);
  });

  it('is the same picture whatever else stood in the file, and can be given again', () => {
    const plain = normalise(svg('<rect width="9" height="9"/>')).data;
    const dressed = svg(
      '<!-- made by me --><script>alert(1)</script><metadata>home</metadata><a href="https://evil.example"><rect onclick="x()" width="9" height="9"/></a>',
    );
    expect(normalise(dressed).data.equals(plain)).toBe(true);
    expect(normalise(plain).data.equals(plain)).toBe(true);
  });

  it.each([
    ['a text', svg('<text y="20">Ada</text>'), 'convert its texts to paths'],
    [
      'a text with a prefix',
      svg('<svg:text>Ada</svg:text>', 'xmlns:svg="http://www.w3.org/2000/svg"'),
      '"text"',
    ],
    ['a picture from elsewhere', svg('<image href="file:///etc/passwd" width="9" height="9"/>'), '"image"'],
    ['a page', svg('<foreignObject width="9" height="9"><p>Ada</p></foreignObject>'), '"foreignObject"'],
    ['a filter', svg('<filter id="f"/><rect filter="url(#f)" width="9" height="9"/>'), '"filter"'],
    [
      'a gradient',
      svg(
        '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect fill="url(#g)" width="9" height="9"/>',
      ),
      'plain',
    ],
    ['dashes', svg('<path d="M0 0h9" stroke="red" stroke-dasharray="1 2"/>'), 'dashed'],
    [
      'copies of copies, which would be billions',
      svg('<g id="a"><rect width="1" height="1"/></g><g id="b"><use href="#a"/><use href="#a"/></g>'),
      'replace its copies',
    ],
    [
      'entities of entities',
      Buffer.from('<!DOCTYPE svg [<!ENTITY a "<rect/>">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
      'entities',
    ],
    ['nothing to see', svg('<g/>'), 'shows nothing'],
    ['half of it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g>'), 'no SVG that can be read'],
    ['comments without end, however many', svg('<!--'.repeat(100_000)), 'has no end'],
    ['more paths than anybody draws', svg('<path d="M0 0h1v1z"/>'.repeat(2500)), 'too many paths'],
  ])('is refused with %s', (_, bytes, why) => {
    expect(() => normalise(bytes)).toThrow(why);
  });
});

const png = (width: number, height: number, fill: (at: number) => number = () => 255) => {
  const image = new PNG({ width, height });
  image.data.forEach((_, at) => (image.data[at] = fill(at)));
  return PNG.sync.write(image);
};
const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};
/** With a chunk behind its header. */
const withChunk = (bytes: Buffer, extra: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, 33), extra, bytes.subarray(33)]);

describe('a PNG that was uploaded', () => {
  it('keeps its pixels and loses everything else', () => {
    const plain = png(3, 2, (at) => (at * 7) % 256 || 1);
    const told = withChunk(plain, chunk('tEXt', Buffer.from('Author\0Ada Moreno')));
    const kept = normalise(told);
    expect(kept).toMatchObject({ mediaType: 'image/png', width: 3, height: 2 });
    expect(kept.data.includes('Ada Moreno')).toBe(false);
    expect(PNG.sync.read(kept.data).data.equals(PNG.sync.read(plain).data)).toBe(true);
    expect(kept.data.equals(normalise(plain).data)).toBe(true);
  });

  it('loses the colours of pixels that nobody sees', () => {
    const { data } = normalise(png(1, 1, (at) => (at % 4 === 3 ? 0 : 99)));
    expect([...PNG.sync.read(data).data]).toEqual([0, 0, 0, 0]);
  });

  it('is told by its content, not by a name', () => {
    expect(normalise(png(1, 1)).mediaType).toBe('image/png');
    expect(() => normalise(Buffer.from('GIF89a…'))).toThrow('neither an SVG nor a PNG');
  });

  it('is refused with too many pixels, too many bytes, or broken', () => {
    expect(() => normalise(png(2001, 1))).toThrow('2001 × 1 pixels');
    expect(() => normalise(Buffer.alloc(512 * 1024 + 1))).toThrow('more than 512 KiB');
    expect(() => normalise(png(9, 9).subarray(0, 60))).toThrow('broken');
  });

  it('is refused when it unpacks to more than its pixels, interlaced or not', () => {
    for (const interlaced of [0, 1]) {
      const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 6, 0, 0, interlaced]);
      const bomb = Buffer.concat([
        png(1, 1).subarray(0, 8),
        chunk('IHDR', header),
        chunk('IDAT', deflateSync(Buffer.alloc(50_000_000))),
        chunk('IEND', Buffer.alloc(0)),
      ]);
      expect(bomb.length).toBeLessThan(512 * 1024);
      expect(() => normalise(bomb)).toThrow('unpacks to more than its pixels');
    }
  });
});
