import { PDFDocument, PDFName, PDFStreamWriter } from '@cantoo/pdf-lib';
import type { DrawItem, DrawnPage, StructureNode } from '../display-list';
import { createDocumentFonts } from './document-fonts';
import { describe, type DocumentFacts } from './metadata';
import { preparation } from './path-content';
import { shareResources } from './shared-resources';
import { asArtifact, createStructure } from './structure';
import { createTextWriter } from './text-content';

export type { DocumentFacts };

/**
 * Writes pages as PDF: text is text, in subsets of the embedded fonts; everything else is vector paths. Texts and what
 * has an alternative are in the structure tree in their order, everything else is decoration. The same pages and facts
 * give the same bytes.
 */
export async function writePdf(pages: DrawnPage[], facts: DocumentFacts): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, facts, pages);
  const fonts = createDocumentFonts(document);
  const shared = shareResources(document, pages);
  const structure = createStructure(document);

  const written = pages.map(({ width, height, items }) => {
    const page = document.addPage([width, height]);
    structure.begin(page);
    const write = createTextWriter(height, fonts);
    const draw = (item: DrawItem): string => {
      if (item.kind === 'text') return write(item);
      const before = [shared.opacity(item.opacity), preparation(item, height)].filter(Boolean);
      return ['q', ...before, shared.paint(item), 'Q'].join('\n');
    };
    const content = grouped(items)
      .map(({ node, items }) => {
        const drawn = items.map(draw).join('\n');
        return node ? structure.mark(node, drawn, alternativeOf(items)) : asArtifact(drawn);
      })
      .join('\n');
    page.node.addContentStream(document.context.register(document.context.flateStream(content)));
    page.node.set(PDFName.of('Group'), document.context.obj({ S: 'Transparency', CS: 'DeviceRGB' }));
    return page;
  });
  for (const page of written) {
    fonts.offerTo(page);
    shared.offerTo(page);
  }
  fonts.embed();
  structure.write();
  // What `save` would do, but with all objects in one stream: a tenth smaller, with the many of the structure tree.
  return PDFStreamWriter.forContext(document.context, Infinity, true, Infinity).serializeToBuffer();
}

const isFigure = (item: DrawItem): boolean => item.kind === 'path' && item.alternative !== undefined;

const alternativeOf = ([item]: DrawItem[]): string => (item?.kind === 'path' ? (item.alternative ?? '') : '');

/** Neighbours of one place in the structure, or of none; what has an alternative is read after the texts of its page. */
function grouped(items: DrawItem[]): { node: StructureNode | null; items: DrawItem[] }[] {
  const ordered = [...items.filter((item) => !isFigure(item)), ...items.filter(isFigure)];
  const groups: { node: StructureNode | null; items: DrawItem[] }[] = [];
  for (const item of ordered) {
    const figure: StructureNode | null = isFigure(item) ? { role: 'Figure' } : null;
    const node = item.kind === 'text' ? (item.structure ?? { role: 'P' }) : figure;
    const last = groups.at(-1);
    if (last && last.node === node) last.items.push(item);
    else groups.push({ node, items: [item] });
  }
  return groups;
}
