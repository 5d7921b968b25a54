/** A Satori element tree as plain objects: templates are written with `h`, without a JSX build. */
export interface Element {
  type: string;
  key: null;
  props: { style?: Record<string, string | number>; children?: Child | Child[] };
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
