import { face, type FaceKey } from '../fonts/faces';
import type { GlyphData } from '../fonts/glyph-data';
import { subsetOf } from '../fonts/subset';
import { toUnicode } from './character-map';
import type { PdfFile } from './pdf-file';
import { array, asciiString, dictionary, type Entries, type Ref } from './syntax';

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
  /** Embeds the fonts, of each only the glyphs that have a code, when everything is written. @returns them by their names. */
  embed(): Entries;
}

interface Used {
  name: string;
  ref: Ref;
  codes: Map<string, number>;
  glyphs: { id: number; text: string }[];
}

const widthIn = (glyphs: GlyphData, glyph: number): number =>
  Math.round((glyphs.advance(glyph) * 1000) / glyphs.unitsPerEm);

/** The fonts of one document. What they hold depends on this document alone, never on others of the same process. */
export function createDocumentFonts(file: PdfFile): DocumentFonts {
  const used = new Map<FaceKey, Used>();
  return {
    use(key) {
      const { glyphs } = face(key);
      const entry: Used = used.get(key) ?? {
        name: `F${used.size + 1}`,
        ref: file.reserve(),
        codes: new Map(),
        glyphs: [],
      };
      used.set(key, entry);
      return {
        name: entry.name,
        width: (glyph) => widthIn(glyphs, glyph),
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
    embed() {
      for (const [key, entry] of used) embedFace(file, key, entry);
      return Object.fromEntries([...used.values()].map(({ name, ref }) => [name, ref]));
    },
  };
}

/**
 * A composite font (ISO 32000-1, 9.7). Codes count the pairs of glyph and text in the order of their first use, and so do
 * the glyphs of the subset: one that stands for several texts is there several times.
 */
function embedFace(file: PdfFile, key: FaceKey, { ref, glyphs: used }: Used): void {
  const { font, glyphs } = face(key);
  const ids = used.map(({ id }) => id);
  const subset = subsetOf(glyphs, ids);
  const name = `/${subsetTag(ids)}+${font.postscriptName}`;
  const thousandths = (units: number) => Math.round((units * 1000) / glyphs.unitsPerEm);
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = dictionary({
    Type: '/FontDescriptor',
    FontName: name,
    // Symbolic: it has an encoding of its own.
    Flags: 4,
    FontBBox: array([minX, minY, maxX, maxY].map(thousandths)),
    ItalicAngle: font.italicAngle,
    Ascent: thousandths(font.ascent),
    Descent: thousandths(font.descent),
    CapHeight: thousandths(font.capHeight || font.ascent),
    StemV: 80,
    FontFile2: file.addStream({ Length1: subset.length }, subset),
  });
  const descendant = dictionary({
    Type: '/Font',
    Subtype: '/CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: dictionary({
      Registry: asciiString('Adobe'),
      Ordering: asciiString('Identity'),
      Supplement: 0,
    }),
    FontDescriptor: file.add(descriptor),
    DW: 0,
    W: `[1 ${array(ids.map((id) => widthIn(glyphs, id)))}]`,
    CIDToGIDMap: '/Identity',
  });
  const composite = dictionary({
    Type: '/Font',
    Subtype: '/Type0',
    BaseFont: name,
    Encoding: '/Identity-H',
    DescendantFonts: array([file.add(descendant)]),
    ToUnicode: file.addStream({}, toUnicode(used.map(({ text }) => text))),
  });
  file.add(composite, ref);
}

/** Six capitals that tell subsets of one face apart; the same glyphs have the same. */
function subsetTag(ids: number[]): string {
  // FNV-1a of the ids: nobody has to be kept from finding another set with the same tag.
  let hash = ids.reduce((sum, id) => Math.imul(sum ^ id, 0x01000193) >>> 0, 0x811c9dc5);
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
    return letter;
  }).join('');
}
