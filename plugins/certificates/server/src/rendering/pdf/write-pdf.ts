import { PDFDocument, PDFName, PDFStreamWriter } from '@cantoo/pdf-lib';
import type { DrawItem, DrawnPage, StructureNode } from '../display-list';
import { attach, type Attachment } from './attachment';
import { createDocumentFonts } from './document-fonts';
import { describe, type DocumentFacts } from './metadata';
import { preparation } from './path-content';
import { createRasterImages } from './raster-images';
import { shareResources } from './shared-resources';
import { asArtifact, createStructure } from './structure';
import { createTextWriter } from './text-content';

export type { Attachment, DocumentFacts };

/**
 * Writes pages as PDF: text is text, in subsets of the embedded fonts; everything else is vector paths. Texts and what
 * has an alternative are in the structure tree in their order, everything else is decoration. The same pages and facts
 * give the same bytes.
 */
export async function writePdf(
  pages: DrawnPage[],
  facts: DocumentFacts,
  attachment?: Attachment,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  describe(document, facts, pages, attachment);
  if (attachment) attach(document, attachment);
  const fonts = createDocumentFonts(document);
  const shared = shareResources(document, pages);
  const images = createRasterImages(document);
  const structure = createStructure(document);

  const written = pages.map(({ width, height, items }) => {
    const page = document.addPage([width, height]);
    structure.begin(page);
    const write = createTextWriter(height, fonts);
    const draw = (item: DrawItem): string => {
      if (item.kind === 'text') return write(item);
      if (item.kind === 'raster') return images.paint(item, height);
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
    images.offerTo(page);
  }
  fonts.embed();
  structure.write();
  // What `save` would do, but with all objects in one stream: a tenth smaller, with the many of the structure tree.
  return PDFStreamWriter.forContext(document.context, Infinity, true, Infinity).serializeToBuffer();
}

const saysOf = (item: DrawItem | undefined): string | undefined =>
  item === undefined || item.kind === 'text' ? undefined : item.alternative;

const isFigure = (item: DrawItem): boolean => saysOf(item) !== undefined;

const alternativeOf = ([item]: DrawItem[]): string => saysOf(item) ?? '';

/** Neighbours of one place in the structure, or of none; what has an alternative is read after the texts of its page. */
function grouped(items: DrawItem[]): { node: StructureNode | null; items: DrawItem[] }[] {
  const ordered = [...items.filter((item) => !isFigure(item)), ...items.filter(isFigure)];
  const groups: { node: StructureNode | null; items: DrawItem[] }[] = [];
  for (const item of ordered) {
    const last = groups.at(-1);
    const goesOn = isFigure(item) && saysOf(last?.items.at(-1)) === saysOf(item);
    const figure: StructureNode | null = isFigure(item) ? { role: 'Figure' } : null;
    const drawn = goesOn && last ? last.node : figure;
    const node = item.kind === 'text' ? (item.structure ?? { role: 'P' }) : drawn;
    if (last && last.node === node) last.items.push(item);
    else groups.push({ node, items: [item] });
  }
  return groups;
}
