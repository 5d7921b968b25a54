/**
 * An ICC profile (ICC.1:2010, version 4.3) of the colours of IEC 61966-2.1, sRGB: what numbers like `#1f5f5b` mean. Built
 * here, since it is but a handful of numbers and profiles in packages come under terms of their own.
 */
export function srgbProfile(): Uint8Array {
  const text = (content: string): Buffer => {
    const letters = Buffer.from(content, 'utf16le').swap16();
    const head = Buffer.alloc(28);
    head.write('mluc', 0, 'latin1');
    // One record of twelve bytes, in English of the United States, right behind the table.
    [1, 12].forEach((value, index) => head.writeUInt32BE(value, 8 + index * 4));
    head.write('enUS', 16, 'latin1');
    head.writeUInt32BE(letters.length, 20);
    head.writeUInt32BE(28, 24);
    return Buffer.concat([head, letters]);
  };
  const fixed = (type: string, ...values: number[]): Buffer => {
    const bytes = Buffer.alloc(8 + values.length * 4);
    bytes.write(type, 0, 'latin1');
    values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65_536), 8 + index * 4));
    return bytes;
  };
  // A parametric curve of type 3: a power with a straight piece near black.
  const curve = fixed('para', 0, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
  curve.writeUInt16BE(3, 8);
  // Primaries and white adapted to D50 by the Bradford method, as the format asks.
  const tags: [string, Buffer][] = [
    ['desc', text('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', fixed('XYZ ', 0.9642, 1, 0.8249)],
    [
      'chad',
      fixed('sf32', 1.04788, 0.02292, -0.05021, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168),
    ],
    ['rXYZ', fixed('XYZ ', 0.43607, 0.22249, 0.01392)],
    ['gXYZ', fixed('XYZ ', 0.38515, 0.71687, 0.09708)],
    ['bXYZ', fixed('XYZ ', 0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const header = Buffer.alloc(128);
  header.writeUInt32BE(0x04300000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1].forEach((value, index) => header.writeUInt16BE(value, 24 + index * 2));
  header.write('acsp', 36, 'latin1');
  fixed('XYZ ', 0.9642, 1, 0.8249).copy(header, 68, 8);
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const contents: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = header.length + table.length;
  tags.forEach(([name, content], index) => {
    if (!places.has(content)) {
      const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
      places.set(content, end);
      contents.push(padded);
      end += padded.length;
    }
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(places.get(content) as number, 8 + index * 12);
    table.writeUInt32BE(content.length, 12 + index * 12);
  });
  header.writeUInt32BE(end, 0);
  return Buffer.concat([header, table, ...contents]);
}
