/** The tables of a TrueType file that say how its glyphs look (OpenType 1.9: glyf, loca, hmtx). */
export interface GlyphData {
  /** Units of the font in a size of it. */
  unitsPerEm: number;
  /** The contents of a table, or null where the file has none. */
  table(tag: string): Buffer | null;
  /** The outline of a glyph as it is written; of no bytes where it leaves no ink. */
  outline(glyph: number): Buffer;
  /** Units of the font. */
  advance(glyph: number): number;
  leftBearing(glyph: number): number;
}

export function readGlyphData(bytes: Buffer): GlyphData {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    const [start, length] = [bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)];
    tables.set(bytes.toString('latin1', entry, entry + 4), bytes.subarray(start, start + length));
  }
  const needed = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`certificates: a font has no table "${tag}"`);
    return found;
  };
  const [glyf, loca, hmtx] = [needed('glyf'), needed('loca'), needed('hmtx')];
  const head = needed('head');
  const isLong = head.readInt16BE(50) === 1;
  const metrics = needed('hhea').readUInt16BE(34);
  const startOf = (glyph: number): number =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  return {
    unitsPerEm: head.readUInt16BE(18),
    table: (tag) => tables.get(tag) ?? null,
    outline: (glyph) => glyf.subarray(startOf(glyph), startOf(glyph + 1)),
    // The last ones of equal width are written once.
    advance: (glyph) => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4),
    leftBearing: (glyph) =>
      glyph < metrics
        ? hmtx.readInt16BE(glyph * 4 + 2)
        : hmtx.readInt16BE(metrics * 4 + (glyph - metrics) * 2),
  };
}
