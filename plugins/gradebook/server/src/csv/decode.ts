/** How the bytes of a file were read; told to whoever sent it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false };

const MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a CSV file, as spreadsheets write it: UTF-8 or UTF-16 by the byte order mark; without one UTF-8 or, where that
 * is impossible, the Western European code page that Excel calls "CSV". Nothing else is guessed: bytes that are no text
 * (zeros in it, a picture) are refused.
 */
export function decode(bytes: Buffer): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const candidates: Encoding[] = marked ? [marked] : ['utf-8', 'windows-1252'];
  for (const encoding of candidates) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return hasControls(text) ? { ok: false } : { ok: true, text, encoding };
    } catch {
      // Not in this one.
    }
  }
  return { ok: false };
}

/** U+0000 to U+0008 stand in no text: it is of another encoding, or a picture. */
const hasControls = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < 9) return true;
  return false;
};
