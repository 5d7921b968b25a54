/** First strong isolate, and its end: what stands between them keeps its direction to itself. */
const ISOLATED = /\u2068([^\u2066-\u2069]*)\u2069/gu;

/** Letters written from right to left, and the characters that turn a line round. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** For text and subjects: isolates only where they change something, since not every program knows to hide them. */
export const inPlainText = (text: string): string =>
  text.replace(ISOLATED, (whole, name: string) => (TURNS.test(name) ? whole : name));

/** For HTML that is escaped already: elements, which every reader of HTML knows. */
export const inHtml = (escaped: string): string => escaped.replace(ISOLATED, '<bdi>$1</bdi>');

const FROM_RIGHT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction of a language, a BCP 47 tag. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  FROM_RIGHT.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
