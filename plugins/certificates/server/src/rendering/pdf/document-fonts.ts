import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { Font } from 'fontkit';
import { face, type FaceKey } from '../fonts/faces';
import { toUnicode } from './character-map';

export interface DocumentFont {
  /** Its name in the resources of each page. */
  name: string;
  /**
   * The code of a glyph that stands for a text. The same glyph has several where it stands for several texts, so that
   * every one of them is found again.
   */
  code(glyph: number, text: string): number;
  /** What a viewer adds after a glyph, in thousandths of the size: the width that the document gives for it. */
  width(glyph: number): number;
}

export interface DocumentFonts {
  use(key: FaceKey): DocumentFont;
  /** Makes every font that was used known to a page. */
  offerTo(page: PDFPage): void;
  /** Embeds the fonts, of each only the glyphs that have a code; to be called when everything is written. */
  embed(): void;
}

interface Used {
  name: string;
  ref: PDFRef;
  codes: Map<string, number>;
  glyphs: { id: number; text: string }[];
}

const widthIn = (font: Font, glyph: number): number =>
  Math.round((font.getGlyph(glyph).advanceWidth * 1000) / font.unitsPerEm);

/** The fonts of one document. What they hold depends on this document alone, never on others of the same process. */
export function createDocumentFonts(document: PDFDocument): DocumentFonts {
  const used = new Map<FaceKey, Used>();
  return {
    use(key) {
      const { font } = face(key);
      const entry: Used = used.get(key) ?? {
        name: `F${used.size + 1}`,
        ref: document.context.nextRef(),
        codes: new Map(),
        glyphs: [],
      };
      used.set(key, entry);
      return {
        name: entry.name,
        width: (glyph) => widthIn(font, glyph),
        code(glyph, text) {
          const identity = `${glyph} ${text}`;
          const known = entry.codes.get(identity);
          if (known) return known;
          entry.glyphs.push({ id: glyph, text });
          entry.codes.set(identity, entry.glyphs.length);
          return entry.glyphs.length;
        },
      };
    },
    offerTo(page) {
      for (const { name, ref } of used.values()) page.node.setFontDictionary(PDFName.of(name), ref);
    },
    embed() {
      for (const [key, entry] of used) embedFace(document, key, entry);
    },
  };
}

/** What fontkit's subset takes and gives, which its types tell otherwise. */
interface Subset {
  /** @returns the place of a glyph in the subset. */
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/**
 * A composite font (ISO 32000-1, 9.7). Codes count the pairs of glyph and text in the order of their first use, and so do
 * the glyphs of the subset, unless one of them stands for several texts.
 */
function embedFace(document: PDFDocument, key: FaceKey, { ref, glyphs }: Used): void {
  const { context } = document;
  const { font } = face(key);
  const ids = glyphs.map(({ id }) => id);
  const subset = font.createSubset() as unknown as Subset;
  const places = ids.map((id) => subset.includeGlyph(id));
  const file = subset.encode();
  const name = `${subsetTag(ids)}+${font.postscriptName}`;
  const thousandths = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    // Symbolic: it has an encoding of its own.
    Flags: 4,
    FontBBox: [minX, minY, maxX, maxY].map(thousandths),
    ItalicAngle: font.italicAngle,
    Ascent: thousandths(font.ascent),
    Descent: thousandths(font.descent),
    CapHeight: thousandths(font.capHeight || font.ascent),
    StemV: 80,
    FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: {
      Registry: PDFHexString.fromText('Adobe'),
      Ordering: PDFHexString.fromText('Identity'),
      Supplement: 0,
    },
    FontDescriptor: context.register(descriptor),
    DW: 0,
    W: [1, ids.map((id) => widthIn(font, id))],
    CIDToGIDMap: glyphOfCode(document, places),
  });
  const composite = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(toUnicode(glyphs.map(({ text }) => text)))),
  });
  context.assign(ref, composite);
}

/** Which glyph of a subset each code means: all in order, or a table of two bytes for each. */
function glyphOfCode(document: PDFDocument, places: number[]): PDFName | PDFRef {
  if (places.every((place, index) => place === index + 1)) return PDFName.of('Identity');
  const table = Buffer.alloc((places.length + 1) * 2);
  places.forEach((place, index) => table.writeUInt16BE(place, (index + 1) * 2));
  return document.context.register(document.context.flateStream(table));
}

/** Six capitals that tell subsets of one face apart; the same glyphs have the same. */
function subsetTag(ids: number[]): string {
  const digest = createHash('sha256').update(ids.join(' ')).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}
