import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { face, type FaceKey } from '../../plugins/certificates/server/src/rendering/fonts/faces.ts';
import { shapeLine } from '../../plugins/certificates/server/src/rendering/shape/shape-line.ts';
import { comparePictures } from './compared-pictures.ts';
import { pageOfLines, pdfOfPage } from './drawn-lines.ts';
import { SCRIPTS } from './names-in-scripts.ts';

// A browser is started and reads the faces of all scripts.
jest.setTimeout(180_000);

/** Pixels, and points at this scale. */
const SIZE = 64;

/**
 * The part of the ink of each picture that lies within a pixel of ink of the other, when they lie on each other as well as
 * they can. Two rasterisers that draw the same outlines disagree about edges only, so it is 1, or a rounding less. Letters
 * in another order or without their joined forms leave less than 0.6; vowel points that are missing, which are small,
 * 0.97.
 */
const SAME_SHAPE = 0.99;

/** Whole lines; of hangul words, between which some versions of Chromium put more space than the font has. */
const drawnTogether = (text: string): string[] =>
  /\p{Script=Hangul}/u.test(text) ? text.split(' ') : [text];

const LINES = SCRIPTS.flatMap(({ script, name, module }) => [
  ...drawnTogether(name).map((text) => ({ script, text, font: 'display' as const })),
  ...drawnTogether(module).map((text) => ({ script, text, font: 'text' as const })),
]);

describe('names in every script beside those that Chromium draws (P5)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-oracle-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const fontFile = (key: FaceKey): string => {
    const file = path.join(folder, `${key}.ttf`);
    writeFileSync(file, face(key).bytes);
    return file;
  };

  /** Chromium's picture of each text with the given faces, and ours of the PDF. */
  async function overlaps(
    lines: { text: string; font: 'display' | 'text'; theirs?: string }[],
  ): Promise<number[]> {
    const asked = lines.map(({ text, font, theirs = text }, index) => ({
      runs: [...shapeLine(theirs, font).runs]
        .sort((a, b) => a.order - b.order)
        .map(({ text: part, face: key }) => ({ text: part, face: fontFile(key) })),
      size: SIZE,
      file: path.join(folder, `${index}.png`),
    }));
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.resolve('tests/rendering/draw-with-chromium.ts')],
      { input: JSON.stringify(asked), encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`Chromium did not draw: ${stderr}`);
    const pairs = [];
    for (const [index, { text, font }] of lines.entries()) {
      const page = pageOfLines([{ text, font, size: SIZE }]);
      const pdf = path.join(folder, `${index}.pdf`);
      writeFileSync(pdf, pdfOfPage(page));
      pairs.push({ a: path.join(folder, `${index}.png`), b: pdf, width: page.width, aligned: true });
    }
    return comparePictures(pairs).map(({ overlap }) => overlap);
  }

  it('have the same shapes in the same order', async () => {
    const found = await overlaps(LINES);
    const others = LINES.flatMap(({ script, text }, index) =>
      (found[index] as number) < SAME_SHAPE
        ? [`${script}: ${text} (${(found[index] as number).toFixed(2)})`]
        : [],
    );
    expect(others).toEqual([]);
  });

  it('would be told from letters in another order or without their joined forms', async () => {
    const reversed = (text: string) => [...text].reverse().join('');
    const apart = (text: string) => [...text].join('\u200C');
    const found = await overlaps([
      { text: 'דוד בן־גוריון', font: 'display', theirs: reversed('דוד בן־גוריון') },
      { text: 'محمد بن عبد الله', font: 'display', theirs: apart('محمد بن عبد الله') },
      { text: 'क्षितिज', font: 'display', theirs: apart('क्षितिज') },
      { text: 'שָׁלוֹם', font: 'display', theirs: 'שלום' },
    ]);
    for (const overlap of found) expect(overlap).toBeLessThan(SAME_SHAPE - 0.01);
  });
});
