import { PDFDocument, type PDFFont, type PDFPage, rgb, setCharacterSpacing } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import type { DrawItem, DrawnPage, FontKey } from '../display-list';
import { font } from '../fonts/font-files';

export interface DocumentFacts {
  title: string;
  author: string;
  /** BCP 47. */
  language: string;
  /** The day of issue: a document has no other clock. */
  date: Date;
}

const color = (hex: string) => {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const channel = (from: number) => parseInt(full.slice(from, from + 2), 16) / 255;
  return rgb(channel(1), channel(3), channel(5));
};

/**
 * Writes pages as PDF: text is text, in subsets of the embedded fonts; everything else is vector paths. The same pages
 * and facts give the same bytes.
 */
export async function writePdf(pages: DrawnPage[], facts: DocumentFacts): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit as never);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setLanguage(facts.language);
  document.setCreator('Lumino');
  document.setProducer('Lumino');
  document.setCreationDate(facts.date);
  document.setModificationDate(facts.date);

  const embedded = new Map<FontKey, PDFFont>();
  for (const key of new Set(pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.font] : []))))) {
    embedded.set(key, await document.embedFont(font(key).bytes, { subset: true }));
  }
  for (const { width, height, items } of pages) {
    const page = document.addPage([width, height]);
    for (const item of items) draw(page, height, item, embedded);
  }
  return document.save({ useObjectStreams: true });
}

function draw(page: PDFPage, height: number, item: DrawItem, embedded: Map<FontKey, PDFFont>): void {
  if (item.kind === 'text') {
    if (item.letterSpacing) page.pushOperators(setCharacterSpacing(item.letterSpacing));
    page.drawText(item.text, {
      x: item.x,
      y: height - item.y,
      size: item.size,
      font: embedded.get(item.font) as PDFFont,
      color: color(item.color),
    });
    if (item.letterSpacing) page.pushOperators(setCharacterSpacing(0));
    return;
  }
  page.drawSvgPath(item.d, {
    x: item.x,
    y: height - item.y,
    scale: item.scale,
    ...(item.fill ? { color: color(item.fill), opacity: item.opacity } : {}),
    ...(item.stroke ? { borderColor: color(item.stroke), borderWidth: item.strokeWidth, borderOpacity: item.opacity } : {}),
  });
}
