import type { GlyphData } from './glyph-data';

/** Flags of the parts of a composite glyph (OpenType 1.9, glyf). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** Calls back with the place in its bytes of each glyph that a composite one is made of. */
function eachPart(outline: Buffer, visit: (at: number) => void): void {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return;
  for (let at = 10, flags = MORE; flags & MORE;) {
    flags = outline.readUInt16BE(at);
    visit(at + 2);
    at += 4 + (flags & WORDS ? 4 : 2);
    at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
  }
}

const padded = (length: number): number => (length + 3) & ~3;

/** The sum of a table in words of four bytes (OpenType 1.9, table directory). @param bytes of a whole number of words */
function checksum(bytes: Buffer): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + words.getUint32(at)) >>> 0;
  return sum;
}

/** Sum of a whole file together with what its head says (OpenType 1.9, head). */
const WHOLE = 0xb1b0afba;

function writeFile(tables: [tag: string, content: Buffer][]): Buffer {
  const count = tables.length;
  const power = Math.floor(Math.log2(count));
  const directory = 12 + count * 16;
  const file = Buffer.alloc(tables.reduce((end, [, { length }]) => end + padded(length), directory));
  file.writeUInt32BE(0x00010000, 0);
  [count, 16 << power, power, (count - (1 << power)) * 16].forEach((value, index) =>
    file.writeUInt16BE(value, 4 + index * 2),
  );
  let start = directory;
  let head = 0;
  tables.forEach(([tag, content], index) => {
    const end = start + padded(content.length);
    content.copy(file, start);
    const entry = 12 + index * 16;
    file.write(tag, entry, 'latin1');
    file.writeUInt32BE(checksum(file.subarray(start, end)), entry + 4);
    file.writeUInt32BE(start, entry + 8);
    file.writeUInt32BE(content.length, entry + 12);
    if (tag === 'head') head = start;
    start = end;
  });
  file.writeUInt32BE((WHOLE - checksum(file)) >>> 0, head + 8);
  return file;
}

/**
 * A TrueType file of some glyphs of a font: number 0 is the one for what is missing, then those that are asked for, in
 * their order, then the parts of composite ones. Written here, since a hundred glyphs are copied in a tenth of the time
 * that libraries take to read and write all they know about a font. Fonts have no instructions for screens.
 */
export function subsetOf(font: GlyphData, glyphs: readonly number[]): Buffer {
  const all = [0, ...glyphs];
  const partAt = new Map<number, number>();
  const placeOfPart = (glyph: number): number => {
    const known = partAt.get(glyph);
    if (known !== undefined) return known;
    partAt.set(glyph, all.length);
    return all.push(glyph) - 1;
  };
  const outlines: Buffer[] = [];
  let length = 0;
  // Parts may have parts: the list grows on the way.
  for (let index = 0; index < all.length; index++) {
    const outline = Buffer.from(font.outline(all[index] as number));
    eachPart(outline, (at) => outline.writeUInt16BE(placeOfPart(outline.readUInt16BE(at)), at));
    outlines.push(outline);
    length += padded(outline.length);
  }
  const glyf = Buffer.alloc(length);
  // Short places are told in steps of two bytes.
  const isShort = length <= 2 * 0xffff;
  const loca = Buffer.alloc((all.length + 1) * (isShort ? 2 : 4));
  const hmtx = Buffer.alloc(all.length * 4);
  let end = 0;
  outlines.forEach((outline, index) => {
    outline.copy(glyf, end);
    end += padded(outline.length);
    if (isShort) loca.writeUInt16BE(end / 2, (index + 1) * 2);
    else loca.writeUInt32BE(end, (index + 1) * 4);
    const glyph = all[index] as number;
    hmtx.writeUInt16BE(font.advance(glyph), index * 4);
    hmtx.writeInt16BE(font.leftBearing(glyph), index * 4 + 2);
  });
  const copy = (tag: string): Buffer => Buffer.from(font.table(tag) as Buffer);
  const [head, hhea, maxp] = [copy('head'), copy('hhea'), copy('maxp')];
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(isShort ? 0 : 1, 50);
  hhea.writeUInt16BE(all.length, 34);
  maxp.writeUInt16BE(all.length, 4);
  const prep = font.table('prep');
  return writeFile([
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
    ...(prep ? [['prep', prep] as [string, Buffer]] : []),
  ]);
}
