import { utf16InHex } from './syntax';

/** A code of two bytes as a PDF string in hexadecimal digits, without its brackets. */
export const codeInHex = (code: number): string => code.toString(16).padStart(4, '0');

/** As many texts as a range is given: the first byte of its codes is the same, as ranges must have it. */
const RANGE = 128;

/** A CMap that says which text each code stands for: what a reader copies and searches. Codes count from 1. */
export function toUnicode(texts: string[]): string {
  const ranges: string[] = [];
  for (let from = 0; from <= texts.length; from += RANGE) {
    // The first range begins with code 0, which stands for nothing.
    const first = Math.max(1, from);
    const part = texts.slice(first - 1, from + RANGE - 1);
    if (part.length === 0) continue;
    const all = part.map((text) => `<${utf16InHex(text)}>`).join('');
    ranges.push(`<${codeInHex(first)}><${codeInHex(first + part.length - 1)}>[${all}]`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange<0000><ffff>endcodespacerange',
    // At most a hundred in a section.
    ...sectionsOf(ranges, 100).map((some) => `${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`),
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}

const sectionsOf = <T>(all: T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
    all.slice(index * most, (index + 1) * most),
  );
