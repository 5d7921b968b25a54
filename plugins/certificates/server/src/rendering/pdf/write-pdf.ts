import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { DrawItem, DrawnPage } from '../display-list';
import { type DocumentFont, embedFonts } from './document-fonts';
import { preparation } from './path-content';
import { shareResources } from './shared-resources';
import { createTextWriter } from './text-content';

export interface DocumentFacts {
  title: string;
  author: string;
  /** BCP 47. */
  language: string;
  /** The day of issue: a document has no other clock. */
  date: Date;
}

/**
 * Writes pages as PDF: text is text, in subsets of the embedded fonts; everything else is vector paths. The same pages
 * and facts give the same bytes.
 */
export async function writePdf(pages: DrawnPage[], facts: DocumentFacts): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, facts);
  const fonts = await embedFonts(document, new Set(pages.flatMap(({ items }) => items.flatMap(fontsOf))));
  const shared = shareResources(document, pages);

  for (const { width, height, items } of pages) {
    const page = document.addPage([width, height]);
    const write = createTextWriter(height, (item) => fonts.get(item.font) as DocumentFont);
    const content = items.map((item) => {
      if (item.kind === 'text') return write(item);
      const before = [shared.opacity(item.opacity), preparation(item, height)].filter(Boolean);
      return ['q', ...before, shared.paint(item), 'Q'].join('\n');
    });
    page.node.addContentStream(document.context.register(document.context.flateStream(content.join('\n'))));
    for (const { name, pdf } of fonts.values()) page.node.setFontDictionary(PDFName.of(name), pdf.ref);
    shared.offerTo(page);
  }
  return document.save({ useObjectStreams: true });
}

const fontsOf = (item: DrawItem) => (item.kind === 'text' ? [item.font] : []);

function describe(document: PDFDocument, facts: DocumentFacts): void {
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setLanguage(facts.language);
  document.setCreator('Lumino');
  document.setProducer('Lumino');
  document.setCreationDate(facts.date);
  document.setModificationDate(facts.date);
}
