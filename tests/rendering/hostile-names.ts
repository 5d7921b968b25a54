/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** First and last characters of what names are made of, drawable or not. */
const RANGES: [number, number][] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x17f],
  [0x1e00, 0x1eff],
  [0x300, 0x323],
  [0x391, 0x3c9],
  [0x410, 0x44f],
  [0x5d0, 0x5ea],
  [0x5b0, 0x5bc],
  [0x620, 0x64a],
  [0x64b, 0x652],
  [0x904, 0x94d],
  [0xe01, 0xe3a],
  [0xe40, 0xe4d],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fa0],
  [0xac00, 0xd7a3],
  [0x20, 0x7e],
  [0x2010, 0x206f],
  [0xfb00, 0xfdff],
  [0x1f300, 0x1f5ff],
];

const ATTACKS = [
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${7*7}',
  "=cmd|' /C calc'!A0",
  '../../etc/passwd',
  '&lt;&amp;&#x41;',
  'a\r\nBcc: x@example.org',
  '\u202Egnp.exe',
  '\u2066Ada\u2069',
  'Ada\u0000Moreno',
  'A\u200Bd\u200Ca\u200D',
  '\uFEFFAda',
  '\uD83D',
  `Z${'\u0301'.repeat(30)}a`,
  '👩‍🎓 🏳️‍🌈',
  'Ada 🎓',
  '()\\<>[]{}/%',
  '  ',
  '',
  'W'.repeat(200),
  'ﷺ'.repeat(30),
  'สู้'.repeat(60),
  'क्ष्म्य'.repeat(25),
  'مُحَمَّد'.repeat(20),
  '龍'.repeat(200),
];

/** Names nobody has: each of one or several scripts, of 1 to 200 characters, with and without spaces; and attacks. */
export function hostileNames(count: number, seed: number): string[] {
  const random = seeded(seed);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const generated = Array.from({ length: Math.max(0, count - ATTACKS.length) }, () => {
    const ranges = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(RANGES));
    const length = 1 + Math.floor(random() ** 3 * 200);
    const characters = Array.from({ length }, () => {
      if (random() < 0.12) return ' ';
      const [first, last] = pick(ranges);
      return String.fromCodePoint(first + Math.floor(random() * (last - first + 1)));
    });
    return characters.join('');
  });
  return [...ATTACKS, ...generated].slice(0, count);
}
