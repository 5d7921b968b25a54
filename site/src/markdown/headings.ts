import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

export interface Heading {
  id: string;
  text: string;
  /** 2 or 3; deeper ones are not in a table of contents. */
  level: number;
}

interface Options {
  /** Gives a heading its id; shared by all texts of one lesson, so that no id stands twice on the page. */
  anchor(heading: string): string;
  /** What the link beside a heading says. */
  linkLabel(heading: string): string;
  /** Called with each heading, in order. */
  onHeading?: ((heading: Heading) => void) | undefined;
}

/**
 * Headings get an id, and a link to themselves beside them: outside of the heading, so that its name stays its words. The
 * page's title is the only `h1`.
 */
export const rehypeHeadings =
  ({ anchor, linkLabel, onHeading }: Options) =>
  (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined || !/^h[1-6]$/.test(node.tagName)) return;
      if (node.properties.id === undefined) {
        if (node.tagName === 'h1') node.tagName = 'h2';
        const text = toString(node);
        const id = anchor(text);
        node.properties.id = id;
        onHeading?.({ id, text, level: Number(node.tagName[1]) });
        const link: Element = {
          type: 'element',
          tagName: 'a',
          properties: { className: ['anchor'], href: `#${id}`, ariaLabel: linkLabel(text) },
          children: [{ type: 'text', value: '#' }],
        };
        parent.children[index] = {
          type: 'element',
          tagName: 'div',
          properties: { className: ['heading'] },
          children: [node, link],
        };
      }
      return SKIP;
    });
  };
