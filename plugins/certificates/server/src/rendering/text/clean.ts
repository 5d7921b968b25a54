/** Bidirectional controls, which can make a name read as another one (Unicode Technical Report 36), and zero-width characters. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
const CONTROL = /\p{Cc}+/gu;

/** A text as it is drawn: composed (NFC), without control and invisible characters, white space single. */
export const clean = (text: string): string =>
  text.normalize('NFC').replace(INVISIBLE, '').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
