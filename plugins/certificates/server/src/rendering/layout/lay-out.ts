import satori from 'satori';
import type { DrawItem, FontKey, StructureNode, TextItem } from '../display-list';
import { font, fonts, widthOf } from '../fonts/font-files';
import { keep } from '../remember';
import type { Child, Element, Slot } from './element';
import { type FrameChild, type FrameElement, takeLeaves, type TextLeaf } from './leaves';
import { attribute, type Word, wordsOf } from './svg-words';

let satoriFonts:
  { name: string; weight: 400 | 500 | 600; style: 'normal' | 'italic'; data: Buffer }[] | null = null;

interface Place {
  left: number;
  top: number;
}

/** What is always there, and boxes for lines that come later. */
type Part = DrawItem | (Place & { kind: 'slot'; number: number; structure: StructureNode });

/** Templates have a handful of frames: with a note or without, so many rows on a page. */
const MOST_FRAMES = 200;
const frames = keep<Promise<Part[]>>(MOST_FRAMES);

/**
 * Places the words of a tree: slots into boxes where they stand in a frame, which Satori lays out once for all pages that
 * have it. Of what Satori draws only texts and filled boxes are taken; rules, ornaments and codes are drawn by the template
 * itself, since Satori would spend most of its time on them.
 *
 * @returns filled boxes, then lines of text in reading order.
 */
export async function layOut(tree: Element, width: number, height: number): Promise<DrawItem[]> {
  const slots: Slot[] = [];
  const frame = JSON.stringify(withoutLines(tree, slots));
  const parts = await frames(`${width} ${height} ${frame}`, () =>
    layOutFrame(JSON.parse(frame), width, height),
  );
  const nodes = freshNodes();
  return parts.flatMap((part): DrawItem[] => {
    if (part.kind === 'slot') return slotLines(slots[part.number] as Slot, part, nodes(part.structure));
    return part.kind === 'text' && part.structure ? [{ ...part, structure: nodes(part.structure) }] : [part];
  });
}

/** A tree whose slots are numbers, and what they hold in a list. */
function withoutLines(element: Element, slots: Slot[]): FrameElement {
  const { slot, children, ...props } = element.props;
  const frameOf = (child: Child): FrameChild =>
    child === null || typeof child === 'string' ? child : withoutLines(child, slots);
  const number = slot && slots.push(slot) - 1;
  const inner = Array.isArray(children) ? children.map(frameOf) : frameOf(children ?? null);
  return { ...element, props: { ...props, children: inner, ...(number !== undefined && { slot: number }) } };
}

/** Copies of places in a structure, the same for the same: each page has its own. */
function freshNodes(): (node: StructureNode) => StructureNode {
  const copies = new Map<StructureNode, StructureNode>();
  return function fresh(node): StructureNode {
    const copy = copies.get(node) ?? { ...node, ...(node.parent && { parent: fresh(node.parent) }) };
    copies.set(node, copy);
    return copy;
  };
}

async function layOutFrame(frame: FrameElement, width: number, height: number): Promise<Part[]> {
  satoriFonts ??= [...fonts().values()].map(({ family, weight, style, bytes }) => ({
    name: family,
    weight,
    style,
    data: bytes,
  }));
  const { tree: drawable, leaves } = takeLeaves(frame);
  const places = new Map<string, Place>();
  const svg = await satori(drawable as never, {
    width,
    height,
    fonts: satoriFonts,
    embedFont: false,
    onNodeDetected: ({ key, left, top }) => {
      if (key) places.set(String(key), { left, top });
    },
  });
  const words = wordsOf(svg);
  let next = 0;
  const lines = leaves.flatMap((leaf): Part[] => {
    if ('slot' in leaf) {
      const place = places.get(leaf.key) ?? { left: 0, top: 0 };
      return [{ kind: 'slot', number: leaf.slot, structure: leaf.structure, ...place }];
    }
    if (leaf.boxes.size > 0) return boxedLines(leaf, places);
    const taken = takeWords(words, next, leaf.text);
    next += taken.length;
    return setLines(taken).map((line) => ({ ...line, structure: leaf.structure }));
  });
  return [...boxes(svg), ...lines, ...setLines(words.slice(next))];
}

const letters = (text: string): number => [...text].filter((character) => character.trim() !== '').length;

/** The words of one text: as many as have its number of letters, and the spaces after them. */
function takeWords(words: Word[], from: number, text: string): Word[] {
  let missing = letters(text);
  let to = from;
  while (to < words.length && (missing > 0 || words[to]?.text.trim() === '')) {
    missing -= letters((words[to] as Word).text);
    to++;
  }
  return words.slice(from, to);
}

/** A line set as a whole may differ from the words set alone by this much, in points: kerning with spaces. */
const TOLERANCE = 0.6;

/** Joins the words of each line, unless they stand otherwise than a plain line would. */
function setLines(words: Word[]): TextItem[] {
  const lines: Word[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && last.y === word.y && last.x <= word.x) line.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line): TextItem[] => {
    while (line.at(-1)?.text.trim() === '') line.pop();
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last) return [];
    const text = line.map((word) => word.text).join('');
    const spacing = first.letterSpacing * [...text].length;
    const natural = widthOf(text, first.font, first.size) + spacing;
    const isPlain =
      Math.abs(natural - (last.x + last.width - first.x)) <= TOLERANCE + Math.abs(first.letterSpacing);
    const items = isPlain ? [{ ...first, text }] : line.filter((word) => word.text.trim() !== '');
    return items.map(({ width: _, ...item }) => item);
  });
}

/** From the top of a line to its baseline, in whole points, as Satori rounds its own: both are seen in one row. */
function baselineIn(key: FontKey, size: number, lineHeight: number): number {
  const { ascent, descent, unitsPerEm } = font(key).font;
  const points = (units: number) => Math.round((units / unitsPerEm) * size);
  const [above, below] = [points(ascent), points(-descent)];
  return Math.round(above + Math.floor((lineHeight - above - below) / 2));
}

/** Joins the boxes of each line of a text that Satori could not set. */
function boxedLines(leaf: TextLeaf, places: Map<string, Place>): TextItem[] {
  const lines = new Map<number, { text: string; left: number }>();
  for (const [key, part] of leaf.boxes) {
    const place = places.get(key);
    if (!place) continue;
    const line = lines.get(place.top);
    if (line) line.text += part;
    else lines.set(place.top, { text: part.trimStart(), left: place.left });
  }
  return [...lines].map(([top, { text, left }]) => ({
    kind: 'text',
    text,
    x: left,
    y: top + baselineIn(leaf.font, leaf.size, leaf.lineHeight),
    font: leaf.font,
    size: leaf.size,
    color: leaf.color,
    letterSpacing: 0,
    structure: leaf.structure,
  }));
}

/** How much of what is left stands before. */
const BEFORE = { 'flex-start': 0, center: 0.5, 'flex-end': 1 };

function slotLines(slot: Slot, { left, top }: Place, structure: StructureNode): TextItem[] {
  const { lines, font: key, size, letterSpacing, color } = slot;
  // As Satori rounds the lines that it sets itself.
  const lineHeight = Math.round(slot.lineHeight);
  const first = top + Math.round((slot.height - lines.length * lineHeight) * BEFORE[slot.vertical]);
  const baseline = baselineIn(key, size, slot.lineHeight);
  return lines.map((text, index) => {
    const width = widthOf(text, key, size) + letterSpacing * ([...text].length - 1);
    const before = (slot.width - width) * BEFORE[slot.align];
    return {
      kind: 'text',
      text,
      // Ends of lines stand in one line; for middles whole points are near enough.
      x: left + (slot.align === 'center' ? Math.round(before) : before),
      y: first + index * lineHeight + baseline,
      font: key,
      size,
      color,
      letterSpacing,
      structure,
    };
  });
}

function boxes(svg: string): DrawItem[] {
  const visible = svg.replace(/<(defs|mask)\b[\s\S]*?<\/\1>/g, '');
  return [...visible.matchAll(/<rect(\s[^>]*)\/>/g)].flatMap(([, tag = '']): DrawItem[] => {
    const fill = attribute(tag, 'fill');
    if (!fill || fill === 'none') return [];
    const [x, y, w, hgt] = ['x', 'y', 'width', 'height'].map((name) => Number(attribute(tag, name)));
    return [
      {
        kind: 'path',
        d: `M0 0H${w}V${hgt}H0Z`,
        x: x ?? 0,
        y: y ?? 0,
        scale: 1,
        fill,
        stroke: null,
        strokeWidth: 0,
        opacity: 1,
      },
    ];
  });
}
