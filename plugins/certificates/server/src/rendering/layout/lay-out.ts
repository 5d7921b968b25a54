import satori from 'satori';
import type { DrawItem } from '../display-list';
import { fontKeyOf, fonts } from '../fonts/font-files';
import type { Element } from './element';

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (entity.startsWith('#x')) return String.fromCodePoint(parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
    return ENTITIES[entity] ?? whole;
  });

const weight = (value: string | undefined): number =>
  value === 'normal' || !value ? 400 : value === 'bold' ? 700 : Number(value);

let satoriFonts:
  { name: string; weight: 400 | 500 | 600; style: 'normal' | 'italic'; data: Buffer }[] | null = null;

/**
 * Lets Satori place the words of a tree. Only texts and filled boxes are taken from what it draws; rules, ornaments and
 * codes are drawn by the template itself, since Satori would spend most of its time on them.
 */
export async function layOut(tree: Element, width: number, height: number): Promise<DrawItem[]> {
  satoriFonts ??= [...fonts().values()].map(({ family, weight, style, bytes }) => ({
    name: family,
    weight,
    style,
    data: bytes,
  }));
  const svg = await satori(tree as never, { width, height, fonts: satoriFonts, embedFont: false });
  return [...boxes(svg), ...words(svg)];
}

function words(svg: string): DrawItem[] {
  const items: Extract<DrawItem, { kind: 'text' }>[] = [];
  for (const [, tag = '', content = ''] of svg.matchAll(/<text(\s[^>]*)>([^<]*)<\/text>/g)) {
    const text = unescape(content);
    const item = {
      kind: 'text' as const,
      text,
      x: Number(attribute(tag, 'x')),
      y: Number(attribute(tag, 'y')),
      font: fontKeyOf(
        attribute(tag, 'font-family') ?? '',
        weight(attribute(tag, 'font-weight')),
        attribute(tag, 'font-style') ?? 'normal',
      ),
      size: Number(attribute(tag, 'font-size')),
      color: attribute(tag, 'fill') ?? '#000000',
      letterSpacing: Number(attribute(tag, 'letter-spacing') ?? 0),
    };
    const previous = items.at(-1);
    // A space belongs to the word before it: it is real text in the PDF, but needs no drawing of its own.
    if (text.trim() === '' && previous?.y === item.y) previous.text += ' ';
    else if (text.trim() !== '') items.push(item);
  }
  return items;
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
