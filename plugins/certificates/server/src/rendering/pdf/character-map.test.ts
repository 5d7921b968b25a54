import { toUnicode } from './character-map';

/** Every code and its text, as ISO 32000-1, 9.10.3 reads ranges with a list. */
function read(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, first = '', last = '', list = ''] of map.matchAll(/^<(\w{4})><(\w{4})>\[(.*)\]$/gm)) {
    const texts = [...list.matchAll(/<(\w+)>/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    );
    const from = parseInt(first, 16);
    expect(texts).toHaveLength(parseInt(last, 16) - from + 1);
    // A range keeps the first byte of its codes.
    expect(first.slice(0, 2)).toBe(last.slice(0, 2));
    texts.forEach((text, index) => found.set(from + index, text));
  }
  return found;
}

describe('the map from codes to texts', () => {
  it('says for each code, counted from 1, what it stands for', () => {
    expect([...read(toUnicode(['a', 'ffi', '𝒳']))]).toEqual([
      [1, 'a'],
      [2, 'ffi'],
      [3, '𝒳'],
    ]);
  });

  it.each([1, 127, 128, 129, 255, 256, 700])('leaves out none of %d', (count) => {
    const texts = Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + index));
    expect([...read(toUnicode(texts)).entries()]).toEqual(texts.map((text, index) => [index + 1, text]));
  });
});
