import satori from 'satori';
import type { DrawItem, TextItem } from '../display-list';
import { font, fonts, widthOf } from '../fonts/font-files';
import type { Element } from './element';
import { type Leaf, takeLeaves } from './leaves';
import { attribute, type Word, wordsOf } from './svg-words';

let satoriFonts:
  { name: string; weight: 400 | 500 | 600; style: 'normal' | 'italic'; data: Buffer }[] | null = null;

interface Place {
  left: number;
  top: number;
}

/**
 * Lets Satori place the words of a tree. Only texts and filled boxes are taken from what it draws; rules, ornaments and
 * codes are drawn by the template itself, since Satori would spend most of its time on them.
 *
 * @returns filled boxes, then lines of text in reading order.
 */
export async function layOut(tree: Element, width: number, height: number): Promise<DrawItem[]> {
  satoriFonts ??= [...fonts().values()].map(({ family, weight, style, bytes }) => ({
    name: family,
    weight,
    style,
    data: bytes,
  }));
  const { tree: drawable, leaves } = takeLeaves(tree);
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
  const lines = leaves.flatMap((leaf) => {
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

/** Joins the boxes of each line of a text that Satori could not set. */
function boxedLines(leaf: Leaf, places: Map<string, Place>): TextItem[] {
  const { ascent, descent, unitsPerEm } = font(leaf.font).font;
  const points = (units: number) => Math.round((units / unitsPerEm) * leaf.size);
  const [above, below] = [points(ascent), points(-descent)];
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
    // Whole points, rounded as Satori rounds its own baselines: both are seen in one row.
    y: top + Math.round(above + Math.floor((leaf.lineHeight - above - below) / 2)),
    font: leaf.font,
    size: leaf.size,
    color: leaf.color,
    letterSpacing: 0,
    structure: leaf.structure,
  }));
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
