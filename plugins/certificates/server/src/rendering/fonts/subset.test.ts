import { create, type Font } from 'fontkit';
import { face, type FaceKey } from './faces';
import { readGlyphData } from './glyph-data';
import { subsetOf } from './subset';

const glyphOf = (key: FaceKey, character: string): number =>
  face(key).font.glyphForCodePoint(character.codePointAt(0) as number).id;

/** Outlines and widths of all glyphs of a file, as fontkit reads them. */
const seen = (file: Buffer) => {
  const font = create(file) as Font;
  return Array.from({ length: font.numGlyphs }, (_, id) => {
    const glyph = font.getGlyph(id);
    return { outline: glyph.path.toSVG(), width: glyph.advanceWidth };
  });
};
const original = (key: FaceKey, id: number) => {
  const glyph = face(key).font.getGlyph(id);
  return { outline: glyph.path.toSVG(), width: glyph.advanceWidth };
};

describe('a subset of a font', () => {
  it.each(['text', 'display', 'arabic', 'devanagari', 'korean'] as const)(
    'has the glyphs that were asked for in their order, behind that for what is missing (%s)',
    (key) => {
      const glyphs = [7, 30, 5, 30];
      const file = subsetOf(face(key).glyphs, glyphs);
      expect(seen(file).slice(0, 5)).toEqual([0, ...glyphs].map((id) => original(key, id)));
    },
  );

  it('brings the parts of a composite glyph, each once, and draws it the same', () => {
    const glyphs = ['é', 'è', 'e', 'ế'].map((character) => glyphOf('other', character));
    const font = face('other').glyphs;
    const composite = glyphs.filter((id) => font.outline(id).readInt16BE(0) < 0);
    expect(composite.length).toBeGreaterThan(1);
    const drawn = seen(subsetOf(font, glyphs));
    expect(drawn.slice(1, 5)).toEqual(glyphs.map((id) => original('other', id)));
    const parts = drawn.slice(5).map(({ outline }) => outline);
    expect(new Set(parts).size).toBe(parts.length);
  });

  it('is a file whose sums are right (OpenType 1.9, table directory and head)', () => {
    const file = subsetOf(face('text').glyphs, [20, 21, 22]);
    const sum = (bytes: Buffer): number => {
      let total = 0;
      for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
      return total;
    };
    expect(sum(file)).toBe(0xb1b0afba);
    for (let entry = 12; entry < 12 + file.readUInt16BE(4) * 16; entry += 16) {
      const start = file.readUInt32BE(entry + 8);
      const table = Buffer.from(file.subarray(start, (start + file.readUInt32BE(entry + 12) + 3) & ~3));
      if (file.toString('latin1', entry, entry + 4) === 'head') table.writeUInt32BE(0, 8);
      expect(sum(table)).toBe(file.readUInt32BE(entry + 4));
    }
  });

  it('is a small part of the font', () => {
    expect(subsetOf(face('chinese').glyphs, [100, 200, 300]).length).toBeLessThan(4000);
  });

  it('is not made of what is no TrueType file with outlines', () => {
    expect(() => readGlyphData(Buffer.alloc(64))).toThrow('has no table "glyf"');
  });
});
