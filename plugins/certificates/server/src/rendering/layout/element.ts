/** What a part of a page is to somebody who does not see it: structure types of PDF (ISO 32000-1, 14.8.4). */
export type Role = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

/** A Satori element tree as plain objects: templates are written with `h`, without a JSX build. */
export interface Element {
  type: string;
  key: string | null;
  props: { style?: Record<string, string | number>; children?: Child | Child[]; role?: Role };
}
export type Child = Element | string | null;

/** A box. One with several children is a flex container, as Satori asks; a column unless it says otherwise. */
export const h = (style: Record<string, string | number>, ...children: Child[]): Element => ({
  type: 'div',
  key: null,
  props: {
    style: { display: 'flex', flexDirection: 'column', ...style },
    children: children.length === 1 ? (children[0] as Child) : children,
  },
});

/** Says what an element is. Texts of which nobody says anything are paragraphs, each one of its own. */
export const as = (role: Role, element: Element): Element => ({
  ...element,
  props: { ...element.props, role },
});
