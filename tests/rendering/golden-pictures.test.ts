import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';
import { pageSvg } from '../../plugins/certificates/server/src/rendering/png/page-svg.ts';
import { renderPreview } from '../../plugins/certificates/server/src/rendering/render-png.ts';
import { knownTemplate } from '../../plugins/certificates/server/src/rendering/known-template.ts';
import { BUILT_IN_TEMPLATES } from '../../plugins/certificates/server/src/rendering/renderer-thread.ts';
import { comparePictures } from './compared-pictures.ts';
import { pageOfLines, pdfOfPage } from './drawn-lines.ts';
import { SCRIPTS } from './names-in-scripts.ts';
import { gradeSnapshot, moduleSnapshot } from './sample-snapshots.ts';
import { render } from './seen-certificate.ts';

// The faces of all scripts are read, and a busy machine makes everything slow.
jest.setTimeout(180_000);

const GOLDEN = path.resolve('tests/rendering/golden');
const DIFFERENCES = path.resolve('test-results/pictures');
/** Set to accept what is drawn now; then look at the pictures that changed before they are committed. */
const ACCEPTS = process.env.ACCEPT_PICTURES === '1';

/** Parts of all pixels. The same library draws the same; another processor may round an edge otherwise. */
const SAME = 0.0005;
/** mupdf draws edges a little darker than resvg, and glyphs at the hundredths of points that a PDF has. */
const ALIKE = 0.01;

/** Pixels: small enough to keep, large enough to read the smallest line but the address. */
const PAGE_WIDTH = 640;
const LINE_SCALE = 2;

interface Drawn {
  name: string;
  width: number;
  png: Uint8Array;
  pdf: Uint8Array;
}

async function drawnCertificate(name: string, snapshot: Snapshot): Promise<Drawn> {
  const template = knownTemplate(snapshot.template, BUILT_IN_TEMPLATES);
  const png = await renderPreview(snapshot, template, PAGE_WIDTH);
  return { name, width: PAGE_WIDTH, png, pdf: await render(snapshot) };
}

async function drawnScript({ script, name, module }: (typeof SCRIPTS)[number]): Promise<Drawn> {
  const page = pageOfLines([
    { text: name, font: 'display', size: 22 },
    { text: module, font: 'text', size: 12 },
  ]);
  const width = page.width * LINE_SCALE;
  const picture = new Resvg(pageSvg(page), { fitTo: { mode: 'width', value: width } });
  const file = script.toLowerCase().replace(/[^a-z]+/g, '-');
  return { name: `script-${file}`, width, png: picture.render().asPng(), pdf: pdfOfPage(page) };
}

describe('what a certificate looks like', () => {
  let folder: string;
  const drawn: Drawn[] = [];
  const fileOf = (name: string, kind: 'png' | 'pdf') => path.join(folder, `${name}.${kind}`);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-pictures-'));
    for (const language of ['en', 'es']) {
      drawn.push(
        await drawnCertificate(`module-certificate-${language}`, moduleSnapshot({ language })),
        await drawnCertificate(`grade-certificate-${language}`, gradeSnapshot({ language })),
      );
    }
    for (const script of SCRIPTS) drawn.push(await drawnScript(script));
    for (const { name, png, pdf } of drawn) {
      writeFileSync(fileOf(name, 'png'), png);
      writeFileSync(fileOf(name, 'pdf'), pdf);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is what it was: templates in each language, and names in every script (P5)', () => {
    for (const directory of [GOLDEN, DIFFERENCES]) mkdirSync(directory, { recursive: true });
    const known = drawn.filter(({ name }) => ACCEPTS || existsSync(path.join(GOLDEN, `${name}.png`)));
    expect(known.map(({ name }) => name)).toEqual(drawn.map(({ name }) => name));
    const results = comparePictures(
      drawn.map(({ name, width }) => ({
        a: path.join(GOLDEN, `${name}.png`),
        b: fileOf(name, 'png'),
        width,
        difference: path.join(DIFFERENCES, `${name}.png`),
        accept: ACCEPTS,
      })),
    );
    const others = drawn.filter((_, index) => (results[index]?.changed ?? 1) > SAME);
    for (const { name } of others)
      copyFileSync(fileOf(name, 'png'), path.join(DIFFERENCES, `${name}-now.png`));
    expect(
      others.map(
        ({ name }) =>
          `${name} looks otherwise: see test-results/pictures/${name}.png and ${name}-now.png. If it is meant, accept it: ACCEPT_PICTURES=1 npm test -- unit golden-pictures`,
      ),
    ).toEqual([]);
  });

  it('is the same on paper and in the preview: mupdf draws the PDF as resvg draws the picture', () => {
    const results = comparePictures(
      drawn.map(({ name, width }) => ({ a: fileOf(name, 'pdf'), b: fileOf(name, 'png'), width })),
    );
    expect(
      drawn.filter((_, index) => (results[index]?.changed ?? 1) > ALIKE).map(({ name }) => name),
    ).toEqual([]);
  });
});
