// Reads a PDF from standard input and prints as JSON what a reader sees on each page. A process of its own, since mupdf
// comes as ES modules with WebAssembly, which Jest does not load.
import { readFileSync } from 'node:fs';
import jsqr from 'jsqr';
import * as mupdf from 'mupdf';

const SCALE = 2;
/** Looking for QR codes takes longer than everything else. */
const READS_CODES = process.argv.includes('--codes');

/** Lines of text with their boxes: from the top of small letters to the baseline, so that lines may be close. */
function linesOf(page) {
  const lines = [];
  page.toStructuredText().walk({
    beginLine: () =>
      lines.push({ text: '', left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }),
    onChar(character, origin, font, size, quad) {
      const line = lines.at(-1);
      line.text += character;
      if (character.trim() === '') return;
      line.left = Math.min(line.left, quad[0]);
      line.right = Math.max(line.right, quad[2]);
      line.top = Math.min(line.top, origin[1] - size * 0.5);
      line.bottom = Math.max(line.bottom, origin[1]);
    },
  });
  return lines.filter(({ text }) => text.trim() !== '');
}

function readCode(page) {
  const pixels = page.toPixmap(mupdf.Matrix.scale(SCALE, SCALE), mupdf.ColorSpace.DeviceRGB, false);
  const [rgb, count] = [pixels.getPixels(), pixels.getWidth() * pixels.getHeight()];
  const rgba = new Uint8ClampedArray(count * 4).fill(255);
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < 3; channel++) rgba[pixel * 4 + channel] = rgb[pixel * 3 + channel];
  }
  return jsqr(rgba, pixels.getWidth(), pixels.getHeight())?.data ?? null;
}

const document = mupdf.Document.openDocument(readFileSync(0), 'application/pdf');
const pages = Array.from({ length: document.countPages() }, (_, index) => {
  const page = document.loadPage(index);
  const [, , width, height] = page.getBounds();
  return { width, height, lines: linesOf(page), code: READS_CODES ? readCode(page) : null };
});
console.log(JSON.stringify({ title: document.getMetaData('info:Title'), pages }));
