import type { FontKey } from '../display-list';
import { clustersOf, faceFor } from '../shape/itemise';
import { shapeLine } from '../shape/shape-line';
import { type Face, face } from './faces';

interface Style {
  family: string;
  weight: 400 | 500 | 600;
  style: 'normal' | 'italic';
}

/** What a template asks for; characters that a font lacks are drawn in other faces (`faces.ts`). */
const STYLES: Record<FontKey, Style> = {
  text: { family: 'inter', weight: 400, style: 'normal' },
  textBold: { family: 'inter', weight: 600, style: 'normal' },
  display: { family: 'eb garamond', weight: 500, style: 'normal' },
  displayItalic: { family: 'eb garamond', weight: 400, style: 'italic' },
};

export type LoadedFont = Omit<Face, 'key'> & Style & { key: FontKey };

let loaded: Map<FontKey, LoadedFont> | null = null;

/** All fonts, read and parsed once per process or thread: the same objects each time, or Satori parses them anew. */
export function fonts(): Map<FontKey, LoadedFont> {
  loaded ??= new Map(
    Object.entries(STYLES).map(([name, style]) => {
      const key = name as FontKey;
      return [key, { ...face(key), ...style, key }];
    }),
  );
  return loaded;
}

export const font = (key: FontKey): LoadedFont => fonts().get(key) as LoadedFont;

/** Which font is meant by a family, weight and style. @throws Error naming what is not shipped. */
export function fontKeyOf(family: string, weight: number, style: string): FontKey {
  for (const [key, known] of Object.entries(STYLES)) {
    if (known.family === family.toLowerCase() && known.weight === weight && known.style === style)
      return key as FontKey;
  }
  throw new Error(
    `certificates: a template asks for the font ${family} ${weight} ${style}, which is not shipped`,
  );
}

/** Width in points of a text set at `size`, with kerning, in whatever faces draw it. */
export const widthOf = (text: string, key: FontKey, size: number): number =>
  shapeLine(text, key).width * size;

/** Whether a font draws a text alone, without the help of other faces. */
export const covers = (key: FontKey, text: string): boolean =>
  clustersOf(text).every((cluster) => faceFor(key, cluster, text) === key);
