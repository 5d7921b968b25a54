import { type PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { StructureNode } from '../display-list';

/** What a document says about its order to those who do not see it: a structure tree (ISO 32000-1, 14.7). */
export interface Structure {
  /** Begins a page; what is marked from now on stands on it. */
  begin(page: PDFPage): void;
  /** Marks content as belonging to a node. @param says what a figure shows. */
  mark(node: StructureNode, content: string, says: string): string;
  /** Writes the tree, when everything is marked. */
  write(): void;
}

interface Written {
  node: StructureNode;
  ref: PDFRef;
  /** Where its first piece of content stands; those on the same page go by their number alone. */
  page: PDFRef | null;
  kids: (PDFRef | { page: PDFRef; id: number })[];
  /** What a figure shows. */
  says: string;
}

/** Content that is decoration. */
export const asArtifact = (content: string): string => `/Artifact BMC\n${content}\nEMC`;

/**
 * Figures say what they show. Texts say nothing but their characters: readers turn an ActualText from right to left as if
 * it were a row of glyphs.
 */
const spoken = ({ role }: StructureNode, says: string) =>
  role === 'Figure' ? { Alt: PDFHexString.fromText(says) } : {};

export function createStructure(document: PDFDocument): Structure {
  const { context } = document;
  const root = context.nextRef();
  const top = context.nextRef();
  const topKids: PDFRef[] = [];
  const elements = new Map<StructureNode, Written>();
  /** For each page the elements of its pieces of content, by their numbers. */
  const pages: PDFRef[][] = [];
  let current: PDFRef | null = null;

  const elementOf = (node: StructureNode): Written => {
    const known = elements.get(node);
    if (known) return known;
    const made: Written = { node, ref: context.nextRef(), page: null, kids: [], says: '' };
    elements.set(node, made);
    if (node.parent) elementOf(node.parent).kids.push(made.ref);
    else topKids.push(made.ref);
    return made;
  };

  const attributes = (role: StructureNode['role']) =>
    role === 'TH' ? { A: context.obj({ O: 'Table', Scope: 'Column' }) } : {};

  return {
    begin(page) {
      current = page.ref;
      page.node.set(PDFName.of('StructParents'), context.obj(pages.length));
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
      pages.push([]);
    },
    mark(node, content, says) {
      const element = elementOf(node);
      const onPage = pages.at(-1) as PDFRef[];
      const id = onPage.push(element.ref) - 1;
      element.page ??= current;
      element.kids.push({ page: current as PDFRef, id });
      element.says = says;
      return `/${node.role} <</MCID ${id}>> BDC\n${content}\nEMC`;
    },
    write() {
      for (const { node, ref, page, kids, says } of elements.values()) {
        const all = kids.map((kid) => {
          if (!('id' in kid)) return kid;
          return kid.page === page
            ? context.obj(kid.id)
            : context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.id });
        });
        const K = all.length === 1 ? all[0] : all;
        const P = (node.parent && elements.get(node.parent)?.ref) ?? top;
        const more = { ...(page && { Pg: page }), ...attributes(node.role), ...spoken(node, says) };
        context.assign(ref, context.obj({ S: node.role, P, K, ...more } as never));
      }
      context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: topKids }));
      const Nums = pages.flatMap((refs, index) => [context.obj(index), context.obj(refs)]);
      const ParentTree = context.register(context.obj({ Nums }));
      context.assign(
        root,
        context.obj({ Type: 'StructTreeRoot', K: top, ParentTree, ParentTreeNextKey: pages.length }),
      );
      document.catalog.set(PDFName.of('StructTreeRoot'), root);
      document.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    },
  };
}
