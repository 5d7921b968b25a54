import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { CalloutTone } from '../lib/cms/contracts';

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;
const TONES: Record<string, CalloutTone> = {
  note: 'note',
  tip: 'tip',
  important: 'important',
  warning: 'warning',
  caution: 'warning',
};

/** A quotation that begins with `[!NOTE]`, as GitHub has it, is a callout like those of a section of their own. */
export const rehypeCallouts = (tones: Record<CalloutTone, string>) => (tree: Root) => {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'blockquote') return;
    const at = node.children.findIndex((child) => child.type === 'element');
    const paragraph = node.children[at];
    const first = paragraph?.type === 'element' && paragraph.tagName === 'p' ? paragraph.children[0] : null;
    if (!first || first.type !== 'text' || paragraph?.type !== 'element') return;
    const kind = ALERT.exec(first.value)?.[1]?.toLowerCase();
    const tone = kind && TONES[kind];
    if (!tone) return;
    first.value = first.value.replace(ALERT, '');
    if (first.value === '' && paragraph.children[1]?.type === 'element') {
      // A line that ends in two spaces leaves a break behind.
      if (paragraph.children[1].tagName === 'br') paragraph.children.splice(0, 2);
    }
    const title: Element = {
      type: 'element',
      tagName: 'p',
      properties: { className: ['tone'] },
      children: [{ type: 'text', value: tones[tone] }],
    };
    const isBare = paragraph.children.every((child) => child.type === 'text' && child.value.trim() === '');
    node.tagName = 'div';
    node.properties = { className: ['callout', tone], role: 'note' };
    node.children.splice(at, isBare ? 1 : 0, title);
  });
};
