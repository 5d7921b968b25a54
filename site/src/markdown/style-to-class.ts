import type { ShikiTransformer } from 'shiki';

/** Light and dark colour of a token, as Shiki writes them, to class names of code.css: `--shiki-light:#0A3069;--shiki-dark:#ADDCFF` to `l-0a3069 d-addcff`. */
export function classOfStyle(style: string): string | null {
  const light = /--shiki-light:#([0-9a-f]{6})/i.exec(style)?.[1]?.toLowerCase();
  const dark = /--shiki-dark:#([0-9a-f]{6})/i.exec(style)?.[1]?.toLowerCase();
  return light && dark ? `l-${light} d-${dark}` : null;
}

/** The Content-Security-Policy forbids styles in the page, so the highlighter's colours become classes of code.css. */
export const transformerStyleToClass: ShikiTransformer = {
  name: 'style-to-class',
  pre(node) {
    delete node.properties.style;
  },
  span(node) {
    const name = typeof node.properties.style === 'string' ? classOfStyle(node.properties.style) : null;
    delete node.properties.style;
    if (name) this.addClassToHast(node, name);
  },
};
