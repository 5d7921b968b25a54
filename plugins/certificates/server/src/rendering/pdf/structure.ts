import type { StructureNode } from '../display-list';
import type { PdfFile } from './pdf-file';
import { array, dictionary, type Entries, type Ref, textString } from './syntax';

/** What a document says about its order to those who do not see it: a structure tree (ISO 32000-1, 14.7). */
export interface Structure {
  /** Begins a page; what is marked from now on stands on it. @returns what the page says of it. */
  begin(page: Ref): Entries;
  /** Marks content as belonging to a node. @param says what a figure shows. */
  mark(node: StructureNode, content: string, says: string): string;
  /** Writes the tree, when everything is marked. @returns what the catalog says of it. */
  write(): Entries;
}

interface Written {
  node: StructureNode;
  ref: Ref;
  /** Where its first piece of content stands; those on the same page go by their number alone. */
  page: Ref | null;
  kids: (Ref | { page: Ref; id: number })[];
  /** What a figure shows. */
  says: string;
}

/** Content that is decoration. */
export const asArtifact = (content: string): string => `/Artifact BMC\n${content}\nEMC`;

/**
 * Figures say what they show. Texts say nothing but their characters: readers turn an ActualText from right to left as if
 * it were a row of glyphs.
 */
const spoken = ({ role }: StructureNode, says: string): Entries =>
  role === 'Figure' ? { Alt: textString(says) } : {};

const attributes = ({ role }: StructureNode): Entries =>
  role === 'TH' ? { A: dictionary({ O: '/Table', Scope: '/Column' }) } : {};

export function createStructure(file: PdfFile): Structure {
  const root = file.reserve();
  const top = file.reserve();
  const topKids: Ref[] = [];
  const elements = new Map<StructureNode, Written>();
  /** For each page the elements of its pieces of content, by their numbers. */
  const pages: Ref[][] = [];
  let current: Ref | null = null;

  const elementOf = (node: StructureNode): Written => {
    const known = elements.get(node);
    if (known) return known;
    const made: Written = { node, ref: file.reserve(), page: null, kids: [], says: '' };
    elements.set(node, made);
    if (node.parent) elementOf(node.parent).kids.push(made.ref);
    else topKids.push(made.ref);
    return made;
  };

  const kid = (one: Written['kids'][number], page: Ref | null): string | number => {
    if (typeof one === 'string') return one;
    return one.page === page ? one.id : dictionary({ Type: '/MCR', Pg: one.page, MCID: one.id });
  };

  return {
    begin(page) {
      current = page;
      pages.push([]);
      return { StructParents: pages.length - 1, Tabs: '/S' };
    },
    mark(node, content, says) {
      const element = elementOf(node);
      const onPage = pages.at(-1) as Ref[];
      const id = onPage.push(element.ref) - 1;
      element.page ??= current;
      element.kids.push({ page: current as Ref, id });
      element.says = says;
      return `/${node.role} <</MCID ${id}>> BDC\n${content}\nEMC`;
    },
    write() {
      for (const { node, ref, page, kids, says } of elements.values()) {
        const all = kids.map((one) => kid(one, page));
        const entries: Entries = {
          S: `/${node.role}`,
          P: (node.parent && elements.get(node.parent)?.ref) ?? top,
          K: all.length === 1 ? all[0] : array(all),
          Pg: page ?? undefined,
          ...attributes(node),
          ...spoken(node, says),
        };
        file.add(dictionary(entries), ref);
      }
      file.add(dictionary({ Type: '/StructElem', S: '/Document', P: root, K: array(topKids) }), top);
      const parents = pages.map((refs, index) => `${index} ${array(refs)}`);
      const ParentTree = file.add(dictionary({ Nums: array(parents) }));
      const tree = { Type: '/StructTreeRoot', K: top, ParentTree, ParentTreeNextKey: pages.length };
      file.add(dictionary(tree), root);
      return { StructTreeRoot: root, MarkInfo: dictionary({ Marked: 'true' }) };
    },
  };
}
