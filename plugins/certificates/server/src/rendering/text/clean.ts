/** Bidirectional controls, which can make a name read as another one (Unicode Technical Report 36), and zero-width characters. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
const CONTROL = /\p{Cc}+/gu;

/**
 * A text as it is drawn: without control and invisible characters, composed (NFC), white space single. Composed last: an
 * invisible character between a letter and its accent would keep them apart.
 */
export const clean = (text: string): string =>
  text.replace(INVISIBLE, '').replace(CONTROL, ' ').normalize('NFC').replace(/\s+/g, ' ').trim();
