import { fromMarkdown } from 'mdast-util-from-markdown';

export interface Addresses {
  links: string[];
  pictures: { address: string; alternative: string }[];
}

interface Node {
  type: string;
  url?: string;
  alt?: string | null;
  identifier?: string;
  children?: Node[];
}

/** Every address in a text; what stands in code is an example. */
export function addressesIn(markdown: string): Addresses {
  const found: Addresses = { links: [], pictures: [] };
  const tree = fromMarkdown(markdown) as Node;
  const definitions = new Map<string, string>();
  const visit = (node: Node, act: (node: Node) => void): void => {
    act(node);
    node.children?.forEach((child) => visit(child, act));
  };
  visit(tree, ({ type, identifier, url }) => {
    if (type === 'definition' && identifier) definitions.set(identifier, url ?? '');
  });
  visit(tree, ({ type, url, alt, identifier }) => {
    const address = url ?? definitions.get(identifier ?? '') ?? '';
    if (type === 'link' || type === 'linkReference') found.links.push(address);
    if (type === 'image' || type === 'imageReference')
      found.pictures.push({ address, alternative: alt ?? '' });
  });
  return found;
}
