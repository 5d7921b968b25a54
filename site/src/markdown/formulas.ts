import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import temml from 'temml';
import { SKIP, visit } from 'unist-util-visit';

/** Of MathML Core, what Temml writes. No link, no picture, nothing of HTML. */
const ELEMENTS = new Set(
  'math semantics mrow mi mn mo mtext ms mspace msub msup msubsup munder mover munderover mmultiscripts mprescripts mfrac msqrt mroot mstyle merror mpadded mphantom menclose mtable mtr mtd'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'display mathvariant mathcolor mathbackground mathsize scriptlevel displaystyle linethickness stretchy symmetric fence separator form largeop movablelimits lspace rspace minsize maxsize accent accentunder width height depth voffset notation rowspan columnspan columnalign columnlines rowlines columnspacing rowspacing frame intent arg class className dir'.split(
    ' ',
  ),
);

/**
 * Formulas as MathML, which browsers draw and read out by themselves: no script, no font and no style comes with them. An
 * author's TeX is untrusted (L5): `trust: false` refuses its commands for links and attributes, growing macros are cut off,
 * and only elements and attributes of the lists above come through. What is no TeX is shown as it was written.
 */
export const rehypeFormulas = () => (tree: Root) => {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const block = node.tagName === 'pre' ? node.children[0] : undefined;
    const code = block?.type === 'element' ? block : node;
    const names = code.properties?.className;
    if (code.tagName !== 'code' || !Array.isArray(names) || !names.includes('language-math')) return;
    parent.children[index] = toMathml(toString(code), code !== node);
    return SKIP;
  });
};

function toMathml(tex: string, isBlock: boolean): Element {
  const source: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['no-formula'] },
    children: [{ type: 'text', value: tex }],
  };
  let math: ElementContent | undefined;
  try {
    const html = temml.renderToString(tex, {
      displayMode: isBlock,
      trust: false,
      throwOnError: true,
      maxExpand: 500,
      maxSize: [20, 500],
    });
    math = fromHtml(html, { fragment: true }).children.filter(isElement).map(keepSafe)[0];
  } catch {
    math = undefined;
  }
  if (!isBlock) return (math as Element | undefined) ?? source;
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['formula', 'scroll'], tabIndex: 0 },
    children: [math ?? source],
  };
}

const isElement = (node: { type: string }): node is Element => node.type === 'element';

function keepSafe(node: Element): Element {
  return {
    type: 'element',
    tagName: node.tagName,
    properties: Object.fromEntries(Object.entries(node.properties).filter(([name]) => ATTRIBUTES.has(name))),
    children: node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return [child];
      return isElement(child) && ELEMENTS.has(child.tagName) ? [keepSafe(child)] : [];
    }),
  };
}
