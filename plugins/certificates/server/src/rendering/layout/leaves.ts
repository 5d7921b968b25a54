import { type FontKey, type StructureNode } from '../display-list';
import { covers, font, fontKeyOf, widthOf } from '../fonts/font-files';
import { segmentsOf } from '../text/break-opportunities';
import { clean } from '../text/clean';
import type { Child, Element } from './element';

/** A page before layout whose slots are numbers: what they hold is not known yet. */
export type FrameElement = Omit<Element, 'props'> & {
  props: Omit<Element['props'], 'children' | 'slot'> & {
    children?: FrameChild | FrameChild[];
    slot?: number;
  };
};
export type FrameChild = FrameElement | string | null;

type Style = Record<string, string | number>;

/** A box whose lines are set later, by its number in the order of the tree. */
export interface SlotLeaf {
  slot: number;
  /** Of the box that Satori places. */
  key: string;
  structure: StructureNode;
}

/** A text of a tree, with what it inherits. */
export interface TextLeaf {
  text: string;
  structure: StructureNode;
  font: FontKey;
  size: number;
  /** Points. */
  lineHeight: number;
  color: string;
  /** The parts Satori places as empty boxes, by key; none where it sets the text itself. */
  boxes: Map<string, string>;
}

const INHERITED = [
  'fontFamily',
  'fontWeight',
  'fontStyle',
  'fontSize',
  'color',
  'lineHeight',
  'textAlign',
  'whiteSpace',
];
const ALIGNED: Record<string, string> = { center: 'center', right: 'flex-end', end: 'flex-end' };

/** Satori sets from left to right, one character after the other. */
const NEEDS_MORE = /[\p{M}\u200C\u200D]/u;
const isPlain = (text: string, key: FontKey): boolean => covers(key, text) && !NEEDS_MORE.test(text);

const fontOf = (style: Style): FontKey => {
  const { fontFamily = 'inter', fontWeight = 400, fontStyle = 'normal' } = style;
  const weight = fontWeight === 'normal' ? 400 : fontWeight === 'bold' ? 600 : Number(fontWeight);
  return fontKeyOf(String(fontFamily), weight, String(fontStyle));
};

/** In points; where a style gives lines no height, they have that of the font. */
const lineHeightOf = (style: Style, key: FontKey, size: number): number => {
  const { ascent, descent, unitsPerEm } = font(key).font;
  return size * (Number(style.lineHeight) || (ascent - descent) / unitsPerEm);
};

/** Boxes as wide as the parts of a text and as high as its line, for Satori to place instead of it. */
function boxed(element: FrameElement, leaf: TextLeaf, style: Style, number: number): Element {
  // As Satori rounds the lines that it sets itself.
  const height = Math.round(leaf.lineHeight);
  const isOneLine = style.whiteSpace === 'nowrap';
  const parts = isOneLine
    ? [leaf.text]
    : segmentsOf(leaf.text).map(({ text, afterSpace }) => (afterSpace ? ` ${text}` : text));
  const children = parts.map((part, index): Element => {
    const key = `text-${number}-${index}`;
    leaf.boxes.set(key, part);
    const width = widthOf(part, leaf.font, leaf.size);
    return { type: 'div', key, props: { style: { display: 'flex', flexShrink: 0, width, height } } };
  });
  return {
    ...element,
    props: {
      style: {
        ...element.props.style,
        display: 'flex',
        flexDirection: 'row',
        flexWrap: isOneLine ? 'nowrap' : 'wrap',
        justifyContent: ALIGNED[String(style.textAlign)] ?? 'flex-start',
      },
      children,
    },
  };
}

/**
 * The texts and slots of a tree in reading order, and the tree for Satori: without roles, and with empty boxes for slots
 * and for texts that it cannot set, because they are written from right to left, are shaped, or need other faces.
 */
export function takeLeaves(tree: FrameElement): { tree: Element; leaves: (TextLeaf | SlotLeaf)[] } {
  const leaves: (TextLeaf | SlotLeaf)[] = [];
  const walk = (child: FrameChild, inherited: Style, above: StructureNode | undefined): Child => {
    if (child === null || typeof child === 'string') return child;
    const { role, slot, ...props } = child.props;
    const own = props.style ?? {};
    const style = { ...inherited, ...own };
    const structure: StructureNode | undefined = role ? { role, ...(above && { parent: above }) } : above;
    if (slot !== undefined) {
      const key = `slot-${slot}`;
      leaves.push({ slot, key, structure: structure ?? { role: 'P' } });
      return { type: 'div', key, props: { style: own } };
    }
    const { children } = props;
    if (typeof children === 'string') {
      const size = Number(style.fontSize ?? 16);
      const key = fontOf(style);
      const leaf: TextLeaf = {
        text: clean(children),
        structure: structure ?? { role: 'P' },
        font: key,
        size,
        lineHeight: lineHeightOf(style, key, size),
        color: String(style.color ?? '#000000'),
        boxes: new Map(),
      };
      leaves.push(leaf);
      if (isPlain(leaf.text, leaf.font)) return { ...child, props: { ...props, children: leaf.text } };
      return boxed({ ...child, props }, leaf, style, leaves.length);
    }
    const passedOn = Object.fromEntries(Object.entries(style).filter(([name]) => INHERITED.includes(name)));
    const walked = Array.isArray(children)
      ? children.map((one) => walk(one, passedOn, structure))
      : walk(children ?? null, passedOn, structure);
    return { ...child, props: { ...props, children: walked } };
  };
  return { tree: walk(tree, {}, undefined) as Element, leaves };
}
