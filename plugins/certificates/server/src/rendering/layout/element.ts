import type { FontKey } from '../display-list';

/** What a part of a page is to somebody who does not see it: structure types of PDF (ISO 32000-1, 14.8.4). */
export type Role = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

/**
 * Lines that Lumino sets itself in a box of a certain size, beside and below each other as CSS names it. What does not
 * depend on a text is laid out once for all certificates, so texts that change are best set like this.
 */
export interface Slot {
  lines: string[];
  font: FontKey;
  /** Points. */
  size: number;
  letterSpacing: number;
  lineHeight: number;
  width: number;
  height: number;
  color: string;
  align: 'flex-start' | 'center' | 'flex-end';
  vertical: 'flex-start' | 'center' | 'flex-end';
}

/** A Satori element tree as plain objects: templates are written with `h`, without a JSX build. */
export interface Element {
  type: string;
  key: string | null;
  props: { style?: Record<string, string | number>; children?: Child | Child[]; role?: Role; slot?: Slot };
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

/** The box of lines that are set without Satori. */
export const slotted = (slot: Slot): Element => ({
  type: 'div',
  key: null,
  props: {
    style: { display: 'flex', flexShrink: 0, width: slot.width, height: slot.height },
    slot,
  },
});
