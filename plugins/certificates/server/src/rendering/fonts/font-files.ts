import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { FontKey } from '../display-list';

/** From packages of open fonts (SIL Open Font License 1.1), whole; each PDF embeds only the glyphs it uses. */
const FILES: Record<
  FontKey,
  { file: string; family: string; weight: 400 | 500 | 600; style: 'normal' | 'italic' }
> = {
  text: {
    file: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
    family: 'inter',
    weight: 400,
    style: 'normal',
  },
  textBold: {
    file: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
    family: 'inter',
    weight: 600,
    style: 'normal',
  },
  display: {
    file: '@expo-google-fonts/eb-garamond/500Medium/EBGaramond_500Medium.ttf',
    family: 'eb garamond',
    weight: 500,
    style: 'normal',
  },
  displayItalic: {
    file: '@expo-google-fonts/eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic.ttf',
    family: 'eb garamond',
    weight: 400,
    style: 'italic',
  },
};

export interface LoadedFont {
  key: FontKey;
  family: string;
  weight: 400 | 500 | 600;
  style: 'normal' | 'italic';
  bytes: Buffer;
  font: Font;
}

let loaded: Map<FontKey, LoadedFont> | null = null;

/** All fonts, read and parsed once per process or thread: the same objects each time, or Satori parses them anew. */
export function fonts(): Map<FontKey, LoadedFont> {
  if (loaded) return loaded;
  const { resolve } = createRequire(__filename);
  loaded = new Map(
    Object.entries(FILES).map(([key, { file, ...face }]) => {
      const bytes = readFileSync(resolve(file));
      return [key as FontKey, { key: key as FontKey, ...face, bytes, font: create(bytes) as Font }];
    }),
  );
  return loaded;
}

export const font = (key: FontKey): LoadedFont => fonts().get(key) as LoadedFont;

/** Which font Satori meant by the family, weight and style it wrote. */
export function fontKeyOf(family: string, weight: number, style: string): FontKey {
  for (const face of fonts().values()) {
    if (face.family === family.toLowerCase() && face.weight === weight && face.style === style)
      return face.key;
  }
  throw new Error(
    `certificates: a template asks for the font ${family} ${weight} ${style}, which is not shipped`,
  );
}

/** Width in points of a text set at `size`, with kerning. */
export const widthOf = (text: string, key: FontKey, size: number): number => {
  const { font: face } = font(key);
  return (face.layout(text).advanceWidth / face.unitsPerEm) * size;
};

export const covers = (key: FontKey, text: string): boolean =>
  [...text].every((character) => font(key).font.hasGlyphForCodePoint(character.codePointAt(0) as number));
