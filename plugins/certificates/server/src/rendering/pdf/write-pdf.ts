import type { DrawItem, DrawnPage, PathItem, StructureNode } from '../display-list';
import { attach, type Attachment } from './attachment';
import { createDocumentFonts } from './document-fonts';
import { describe, type DocumentFacts, documentId } from './metadata';
import { createPdfFile } from './pdf-file';
import { createRasterImages } from './raster-images';
import { createShapes } from './shapes';
import { asArtifact, createStructure } from './structure';
import { array, dictionary } from './syntax';
import { createTextWriter } from './text-content';

export type { Attachment, DocumentFacts };

/**
 * Writes pages as PDF: text is text, in subsets of the embedded fonts; everything else is vector paths. Texts and what
 * has an alternative are in the structure tree in their order, everything else is decoration. The same pages and facts
 * give the same bytes.
 *
 * It writes the objects itself: with a library for them the same certificate takes several times as long, as the
 * benchmark of certificates shows.
 */
export function writePdf(pages: DrawnPage[], facts: DocumentFacts, attachment?: Attachment): Uint8Array {
  const file = createPdfFile();
  const { catalog, Info } = describe(file, facts);
  const attached = attachment ? attach(file, attachment) : {};
  const fonts = createDocumentFonts(file);
  const shapes = createShapes(file, pages.length === 1);
  const images = createRasterImages(file);
  const structure = createStructure(file);
  const [tree, resources] = [file.reserve(), file.reserve()];

  const refs = pages.map((page) => {
    const ref = file.reserve();
    const entries = structure.begin(ref);
    const write = createTextWriter(page.height, fonts);
    const draw = (items: DrawItem[]): string =>
      alike(items)
        .map((some) => {
          if (some.kind === 'path') return shapes.draw(some.items, page);
          return some.items
            .map((item) => (item.kind === 'text' ? write(item) : images.paint(item, page.height)))
            .join('\n');
        })
        .join('\n');
    const content = grouped(page.items)
      .map(({ node, items }) => {
        const drawn = draw(items);
        return node ? structure.mark(node, drawn, alternativeOf(items)) : asArtifact(drawn);
      })
      .join('\n');
    file.add(
      dictionary({
        Type: '/Page',
        Parent: tree,
        MediaBox: array([0, 0, page.width, page.height]),
        Resources: resources,
        Contents: file.addStream({}, content),
        Group: dictionary({ S: '/Transparency', CS: '/DeviceRGB' }),
        ...entries,
      }),
      ref,
    );
    return ref;
  });
  const XObject = dictionary({ ...shapes.resources(), ...images.resources() });
  file.add(dictionary({ Font: dictionary(fonts.embed()), XObject }), resources);
  file.add(dictionary({ Type: '/Pages', Kids: array(refs), Count: refs.length }), tree);
  const Root = file.add(
    dictionary({ Type: '/Catalog', Pages: tree, ...catalog, ...attached, ...structure.write() }),
  );
  return file.write({ Root, Info, ID: documentId(facts, pages, attachment) });
}

type Alike = { kind: 'path'; items: PathItem[] } | { kind: 'other'; items: Exclude<DrawItem, PathItem>[] };

/** Neighbouring paths together, and what is between them. */
function alike(items: DrawItem[]): Alike[] {
  const groups: Alike[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.kind === 'path') {
      if (last?.kind === 'path') last.items.push(item);
      else groups.push({ kind: 'path', items: [item] });
    } else if (last?.kind === 'other') last.items.push(item);
    else groups.push({ kind: 'other', items: [item] });
  }
  return groups;
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
