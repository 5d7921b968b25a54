import type { TextItem } from '../display-list';
import { fontKeyOf } from '../fonts/font-files';

/** A word as Satori writes it: a text element of its own. */
export interface Word extends TextItem {
  /** Points. */
  width: number;
}

export const attribute = (tag: string, name: string): string | undefined =>
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

/** Every word of an SVG by Satori, and every space between two, in the order of the tree. */
export const wordsOf = (svg: string): Word[] =>
  [...svg.matchAll(/<text(\s[^>]*)>([^<]*)<\/text>/g)].map(([, tag = '', content = '']) => ({
    kind: 'text',
    text: unescape(content),
    x: Number(attribute(tag, 'x')),
    y: Number(attribute(tag, 'y')),
    width: Number(attribute(tag, 'width')),
    font: fontKeyOf(
      attribute(tag, 'font-family') ?? '',
      weight(attribute(tag, 'font-weight')),
      attribute(tag, 'font-style') ?? 'normal',
    ),
    size: Number(attribute(tag, 'font-size')),
    color: attribute(tag, 'fill') ?? '#000000',
    letterSpacing: Number(attribute(tag, 'letter-spacing') ?? 0),
  }));
