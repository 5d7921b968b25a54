import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { FontKey } from '../display-list';
import { keep } from '../remember';
import { type GlyphData, readGlyphData } from './glyph-data';

/**
 * Every face there is, from packages of open fonts (SIL Open Font License 1.1), whole; a PDF embeds only the glyphs it
 * uses. Chinese, Japanese and Korean come in one weight: a face is as large as all others together.
 */
const FILES = {
  text: 'inter/400Regular/Inter_400Regular.ttf',
  textBold: 'inter/600SemiBold/Inter_600SemiBold.ttf',
  display: 'eb-garamond/500Medium/EBGaramond_500Medium.ttf',
  displayItalic: 'eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic.ttf',
  /** Letters and marks of Latin, Greek and Cyrillic that the four above lack, or cannot join. */
  other: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  otherBold: 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  arabic: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  arabicBold: 'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
  hebrew: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  hebrewBold: 'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf',
  devanagari: 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  devanagariBold: 'noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf',
  thai: 'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  thaiBold: 'noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf',
  chinese: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  japanese: 'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  korean: 'noto-sans-kr/500Medium/NotoSansKR_500Medium.ttf',
} satisfies Record<FontKey, string> & Record<string, string>;

export type FaceKey = keyof typeof FILES;

export interface Face {
  key: FaceKey;
  bytes: Buffer;
  font: Font;
  glyphs: GlyphData;
}

const loaded = new Map<FaceKey, Face>();

/** A face, read and parsed when it is first asked for, once per process or thread. */
export function face(key: FaceKey): Face {
  const found = loaded.get(key);
  if (found) return found;
  const { resolve } = createRequire(__filename);
  const bytes = readFileSync(resolve(`@expo-google-fonts/${FILES[key]}`));
  const read = { key, bytes, font: create(bytes) as Font, glyphs: readGlyphData(bytes) };
  loaded.set(key, read);
  return read;
}

const REGULAR: FaceKey[] = ['arabic', 'hebrew', 'devanagari', 'thai'];
const BOLD: FaceKey[] = ['arabicBold', 'hebrewBold', 'devanagariBold', 'thaiBold'];

/** Where a character is looked for, one after the other, when a text is set in a font. */
const CHAINS: Record<FontKey, FaceKey[]> = {
  text: ['text', 'display', 'other', ...REGULAR],
  textBold: ['textBold', 'display', 'otherBold', ...BOLD],
  display: ['display', 'textBold', 'otherBold', ...BOLD],
  displayItalic: ['displayItalic', 'text', 'other', ...REGULAR],
};

/** Scripts that only one face has: others need not be opened to look for them. */
const ONLY_IN: [RegExp, RegExp][] = [
  [/\p{scx=Arabic}/u, /^arabic/],
  [/\p{scx=Hebrew}/u, /^hebrew/],
  [/\p{scx=Devanagari}/u, /^devanagari/],
  [/\p{scx=Thai}/u, /^thai/],
];
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]/u;

/** East Asian faces share characters that each draws in its own way: kana make a text Japanese, hangul Korean. */
function eastAsian(text: string): FaceKey[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return ['japanese', 'chinese', 'korean'];
  if (/\p{Script=Hangul}/u.test(text)) return ['korean', 'chinese', 'japanese'];
  return ['chinese', 'japanese', 'korean'];
}

/**
 * Faces to look for a character in, best first.
 *
 * @param text the whole, of which the character is a part.
 */
export function candidates(font: FontKey, character: string, text: string): FaceKey[] {
  const chain = CHAINS[font];
  if (EAST_ASIAN.test(character)) return [...eastAsian(text), ...chain];
  const only = ONLY_IN.find(([script]) => script.test(character))?.[1];
  return only ? [...chain.filter((key) => only.test(key)), ...chain.filter((key) => !only.test(key))] : chain;
}

/** Joiners shape their neighbours and are not drawn. */
const JOINER = /^[\u200C\u200D]$/;

/** More than any text has, and less than anybody could ask for. */
const characters = keep<boolean>(30_000);

const has = (key: FaceKey, character: string): boolean =>
  characters(`${key} ${character}`, () =>
    face(key).font.hasGlyphForCodePoint(character.codePointAt(0) as number),
  );

/** Whether a face has every character of a cluster. */
export const hasAll = (key: FaceKey, cluster: string): boolean =>
  [...cluster].every((character) => JOINER.test(character) || has(key, character));
