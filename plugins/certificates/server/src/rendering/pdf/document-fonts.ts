import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import { create, type Font, type Glyph, type GlyphRun } from 'fontkit';
import { FONT_KEYS, type FontKey } from '../display-list';
import { font } from '../fonts/font-files';

/** Parsed once per process or thread, apart from those that measure; only `forOneDocument` lays out with them. */
const parsed = new Map<Uint8Array, Font>();

/**
 * A parsed font for one document. A fontkit font remembers for each glyph the characters it first stood for, even none
 * when it was part of another glyph: shared as it is, one document would decide which text can be copied from the next.
 */
function forOneDocument(bytes: Uint8Array): Font {
  const whole = parsed.get(bytes) ?? (create(bytes as Buffer) as Font);
  parsed.set(bytes, whole);
  const scoped = Object.create(whole) as Font;
  scoped.getGlyph = (id: number, codePoints: number[] = []): Glyph => {
    const glyph = Object.create(whole.getGlyph(id));
    glyph.codePoints = codePoints;
    return glyph;
  };
  // Each text is asked for twice, by pdf-lib for its glyphs and by us for the kerning.
  const runs = new Map<string, GlyphRun>();
  const layOut = scoped.layout.bind(scoped);
  scoped.layout = (text: string): GlyphRun => {
    const run = runs.get(text) ?? layOut(text);
    runs.set(text, run);
    return run;
  };
  return scoped;
}

export interface DocumentFont {
  /** Its name in the resources of each page. */
  name: string;
  pdf: PDFFont;
  face: Font;
}

/** Embeds the fonts a document uses; of each only the glyphs that are drawn. */
export async function embedFonts(
  document: PDFDocument,
  used: Set<FontKey>,
): Promise<Map<FontKey, DocumentFont>> {
  const embedded = new Map<FontKey, DocumentFont>();
  const faces = new Map<Uint8Array, Font>();
  document.registerFontkit({
    create: (bytes: Uint8Array) => {
      const face = forOneDocument(bytes);
      faces.set(bytes, face);
      return face;
    },
  } as never);
  for (const key of FONT_KEYS.filter((key) => used.has(key))) {
    const { bytes } = font(key);
    const pdf = await document.embedFont(bytes, { subset: true });
    embedded.set(key, { name: `F${embedded.size + 1}`, pdf, face: faces.get(bytes) as Font });
  }
  return embedded;
}
