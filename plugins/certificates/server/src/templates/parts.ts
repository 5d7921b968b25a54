import { covers } from '../rendering/fonts/font-files';
import { type Child, type Element, h, slotted } from '../rendering/layout/element';
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

interface Setting {
  align?: 'center' | 'flex-start' | 'flex-end';
  /** Where the lines stand in a room that they do not fill; at its top where not given. */
  vertical?: 'center' | 'flex-start' | 'flex-end';
  color?: string;
  font?: 'text' | 'textBold' | 'display' | 'note';
  /** Between letters, in parts of their size; less than none makes large sizes look even. */
  tracking?: number;
}

const FONTS = { text: 'text', textBold: 'textBold', display: 'display', note: 'displayItalic' } as const;

/** Lines that were broken beforehand, in a box of a given size. */
export const set = (
  { lines, size, lineHeight }: Fitted,
  { width, height }: { width: number; height: number },
  { align = 'center', vertical = 'flex-start', color = INK, font = 'text', tracking = 0 }: Setting,
): Element =>
  slotted({
    ...{ lines, size, width, height, color, align, vertical },
    font: FONTS[font],
    letterSpacing: size * tracking,
    lineHeight: size * lineHeight,
  });

/**
 * A text that somebody else writes, on as many lines and as large as its room allows; whole in any case. It takes up the
 * whole room.
 */
export const fitted = (content: string, room: Room, setting: Setting = {}): Element =>
  set(fit(clean(content), FONTS[setting.font ?? 'text'], room), room, setting);

const NAME_LINE = 1.15;

/**
 * A name in the display face, or in the text face where that lacks a letter: as large as the room allows, on one line or,
 * when it is long, on several; whole in any case. It stands in the middle of the room.
 */
export function fittedName(
  name: string,
  room: { width: number; height: number; largest: number; oneLineFrom: number },
  color: string,
): Element {
  const shown = clean(name);
  const font = covers('display', shown) ? 'display' : 'textBold';
  // The text face looks larger at the same size.
  const ratio = font === 'display' ? 1 : 0.8;
  const lines = fit(shown, font, {
    ...room,
    largest: Math.round(room.largest * ratio),
    oneLineFrom: Math.round(room.oneLineFrom * ratio),
    lineHeight: NAME_LINE,
  });
  return set(lines, room, { font, color, vertical: 'center' });
}

/** A block at a fixed place on the page. */
export const at = (
  left: number,
  top: number,
  width: number,
  child: Child,
  style: Record<string, string | number> = {},
): Element => h({ position: 'absolute', left, top, width, ...style }, child);
