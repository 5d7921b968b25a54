import { covers } from '../rendering/fonts/font-files';
import { type Child, type Element, h } from '../rendering/layout/element';
import { clean } from '../rendering/text/clean';
import { fit, type Fitted, type Room } from '../rendering/text/fit';

export const INK = '#1d2b2a';
export const QUIET = '#5a6866';
export const HAIRLINE = '#cfd6d4';

const TEXT = { fontFamily: 'inter', fontWeight: 400, color: INK };
const DISPLAY = { fontFamily: 'eb garamond', fontWeight: 500, color: INK };

export const NOWRAP = { whiteSpace: 'nowrap', lineHeight: 1.2 };

/** A line of running text. */
export const text = (content: string, size: number, style: Record<string, string | number> = {}): Element =>
  h({ ...TEXT, display: 'block', fontSize: size, ...style }, content);

export const strong = (content: string, size: number, style: Record<string, string | number> = {}): Element =>
  text(content, size, { fontWeight: 600, ...style });

export const display = (
  content: string,
  size: number,
  style: Record<string, string | number> = {},
): Element => h({ ...DISPLAY, display: 'block', fontSize: size, lineHeight: 1.1, ...style }, content);

/** Points. */
export const LABEL_SPACING = 0.8;

/** A remark, in the italics of the display face. */
export const note: typeof display = (content, size, style = {}) =>
  display(content, size, { fontStyle: 'italic', fontWeight: 400, ...style });

/** A small heading in spaced capitals. */
export const label = (content: string, style: Record<string, string | number> = {}): Element =>
  text(content.toUpperCase(), 7, { color: QUIET, letterSpacing: LABEL_SPACING, ...style });

/** Lines that were broken beforehand, one under the other, in the middle or at the left. */
export const linesOf = (
  { lines, size }: Pick<Fitted, 'lines' | 'size'>,
  set: (line: string, size: number) => Element,
  align: 'center' | 'flex-start',
): Element => h({ alignItems: align }, ...lines.map((line) => set(line, size)));

interface Setting {
  align?: 'center' | 'flex-start';
  color?: string;
  font?: 'text' | 'textBold' | 'display' | 'note';
  /** Between letters, in parts of their size; less than none makes large sizes look even. */
  tracking?: number;
}

const SETTERS = {
  text: ['text', text],
  textBold: ['textBold', strong],
  display: ['display', display],
  note: ['displayItalic', note],
} as const;

/** A text that somebody else writes, on as many lines and as large as its room allows; whole in any case. */
export function fitted(
  content: string,
  room: Room,
  { align = 'center', color = INK, font = 'text', tracking = 0 }: Setting = {},
): Element {
  const [key, set] = SETTERS[font];
  const lines = fit(clean(content), key, room);
  const style = (size: number) => ({
    color,
    lineHeight: room.lineHeight,
    whiteSpace: 'nowrap',
    ...(tracking !== 0 && { letterSpacing: size * tracking }),
  });
  return linesOf(lines, (line, size) => set(line, size, style(size)), align);
}

const NAME_LINE = 1.15;

/**
 * A name in the display face, or in the text face where that lacks a letter: as large as the room allows, on one line or,
 * when it is long, on several; whole in any case.
 */
export function fittedName(
  name: string,
  room: { width: number; height: number; largest: number; oneLineFrom: number },
  color: string,
): Element {
  const shown = clean(name);
  const face = covers('display', shown) ? 'display' : 'textBold';
  // The text face looks larger at the same size.
  const ratio = face === 'display' ? 1 : 0.8;
  const fitted = fit(shown, face, {
    ...room,
    largest: Math.round(room.largest * ratio),
    oneLineFrom: Math.round(room.oneLineFrom * ratio),
    lineHeight: NAME_LINE,
  });
  const style = { color, lineHeight: fitted.lineHeight, whiteSpace: 'nowrap' };
  return linesOf(
    fitted,
    (line, size) => (face === 'display' ? display(line, size, style) : strong(line, size, style)),
    'center',
  );
}

/** A block at a fixed place on the page. */
export const at = (
  left: number,
  top: number,
  width: number,
  child: Child,
  style: Record<string, string | number> = {},
): Element => h({ position: 'absolute', left, top, width, ...style }, child);
