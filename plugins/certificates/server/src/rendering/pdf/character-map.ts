const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** A code of two bytes as a PDF string in hexadecimal digits, without its brackets. */
export const codeInHex = hex;

export const utf16InHex = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');

/** As many entries as a section of a CMap may have. */
const SECTION = 100;

/** A CMap that says which text each code stands for: what a reader copies and searches. Codes count from 1. */
export function toUnicode(texts: string[]): string {
  const entries = texts.map((text, index) => `<${hex(index + 1)}><${utf16InHex(text)}>`);
  const sections: string[] = [];
  for (let from = 0; from < entries.length; from += SECTION) {
    const part = entries.slice(from, from + SECTION);
    sections.push(`${part.length} beginbfchar`, ...part, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000><ffff>',
    'endcodespacerange',
    ...sections,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
