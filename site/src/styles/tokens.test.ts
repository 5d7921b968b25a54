import { readFileSync } from 'node:fs';
import path from 'node:path';

const css = readFileSync(path.join(__dirname, 'tokens.css'), 'utf8');
const more = css.slice(css.indexOf('prefers-contrast'));

/** A colour by day and by night; one that is written once is the same in both. */
function colour(name: string, from = css): [string, string] {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(from)?.[1] ?? '';
  const found = value.match(/#[0-9a-f]{6}/g) ?? [];
  return [found[0] ?? '', found[1] ?? found[0] ?? ''];
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
const luminance = (hex: string): number =>
  [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const GROUNDS = ['paper', 'surface', 'sunken'];
const PAIRS: [text: string, grounds: string[], ratio: number][] = [
  ['ink', [...GROUNDS, 'accent-soft', 'warm-soft', 'danger-soft'], 7],
  ['quiet', GROUNDS, 7],
  ['accent', [...GROUNDS, 'accent-soft'], 4.5],
  ['warm', [...GROUNDS, 'warm-soft'], 4.5],
  ['danger', [...GROUNDS, 'danger-soft'], 4.5],
  ['accent-ink', ['accent'], 4.5],
  ['glow-ink', ['glow'], 7],
  ['on-night', ['night'], 7],
  ['on-night-quiet', ['night'], 7],
  ['glow', ['night'], 4.5],
  ['edge', GROUNDS, 3],
  ['focus', GROUNDS, 3],
];

describe('the colours', () => {
  const cases = PAIRS.flatMap(([text, grounds, ratio]) => grounds.map((ground) => ({ text, ground, ratio })));
  it.each(cases)('--$text on --$ground has a contrast of $ratio at least, by day and by night', (pair) => {
    for (const theme of [0, 1] as const)
      expect(contrast(colour(pair.text)[theme], colour(pair.ground)[theme])).toBeGreaterThanOrEqual(
        pair.ratio,
      );
  });

  it.each(['accent', 'warm', 'danger'])('--%s reaches 7 for whom asks for more contrast', (name) => {
    for (const theme of [0, 1] as const)
      expect(contrast(colour(name, more)[theme], colour('surface')[theme])).toBeGreaterThanOrEqual(7);
  });
});
