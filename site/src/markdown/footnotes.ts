import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { EXIT, SKIP, visit } from 'unist-util-visit';

/** What `remark-rehype` calls the list's heading, whatever the prefix of the notes is. */
const LABEL = 'footnote-label';

/** The notes of all the texts of a page, which stand together at its end. */
export interface Notes {
  count: number;
  /** List items, as safe HTML. */
  items: string;
}

interface Options {
  /** In front of the ids of these notes. No heading of an author can have one: those have no capitals. */
  prefix: string;
  /** Where the notes of this text go; without it they stay below the text. */
  notes: Notes | undefined;
}

/** Several texts stand on one page: notes are numbered through, and each refers to the one heading of their list. */
export const rehypeFootnotes =
  ({ prefix, notes }: Options) =>
  (tree: Root) => {
    const label = notes ? NOTES_LABEL : `${prefix}label`;
    const before = notes?.count ?? 0;
    visit(tree, 'element', (node) => {
      if (node.properties.id === LABEL) {
        node.properties.id = label;
        node.properties.className = ['footnotes-title'];
      }
      if (isLabelled(node)) node.properties.ariaDescribedBy = [label];
      if (node.properties.dataFootnoteRef !== undefined)
        node.children = [{ type: 'text', value: String(before + Number(toString(node))) }];
    });
  };

export const NOTES_LABEL = 'Notes-label';

const isLabelled = ({ properties: { ariaDescribedBy } }: Element): boolean =>
  Array.isArray(ariaDescribedBy) && ariaDescribedBy.includes(LABEL);

/** Takes the list of notes out of a text, once all else is done with it. */
export const rehypeCutFootnotes = (notes: Notes | undefined) => (tree: Root) => {
  if (!notes) return;
  visit(tree, 'element', (node, index, parent) => {
    if (node.properties.dataFootnotes === undefined || !parent || index === undefined) return SKIP;
    visit(node, 'element', (list) => {
      if (list.tagName !== 'ol') return;
      const items = list.children.filter((child): child is Element => child.type === 'element');
      notes.items += toHtml(items as ElementContent[]);
      notes.count += items.length;
      return EXIT;
    });
    parent.children.splice(index, 1);
    return EXIT;
  });
};
