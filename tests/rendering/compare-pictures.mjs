// Reads `[{ a, b, width, difference }]` from standard input, files of PNG or PDF (its first page, drawn by mupdf `width`
// pixels wide), and prints for each pair how alike they are. A process of its own, since mupdf comes as ES modules with
// WebAssembly, which Jest does not load.
import { readFileSync, writeFileSync } from 'node:fs';
import * as mupdf from 'mupdf';

/** A picture in shades of grey, one byte a pixel. */
function grey(file, width) {
  const bytes = readFileSync(file);
  const { DeviceGray } = mupdf.ColorSpace;
  let pixmap;
  if (file.endsWith('.pdf')) {
    const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
    const [, , points] = page.getBounds();
    pixmap = page.toPixmap(mupdf.Matrix.scale(width / points, width / points), DeviceGray, false);
  } else {
    pixmap = new mupdf.Image(bytes).toPixmap().convertToColorSpace(DeviceGray, true);
  }
  const [columns, rows] = [pixmap.getWidth(), pixmap.getHeight()];
  const [stride, step] = [pixmap.getStride(), pixmap.getNumberOfComponents()];
  const [source, pixels] = [pixmap.getPixels(), new Uint8Array(columns * rows)];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) pixels[y * columns + x] = source[y * stride + x * step];
  }
  return { columns, rows, pixels };
}

function asPng({ columns, rows, pixels }) {
  const picture = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, columns, rows], false);
  picture.getPixels().set(pixels);
  return picture.asPNG();
}

/** Shades that differ by more than this are seen; less is the edge of a letter, drawn by another hand. */
const SEEN = 64;

function changed(a, b, difference) {
  // The last row or column may be there or not, as a fraction is rounded.
  if (Math.abs(a.columns - b.columns) > 1 || Math.abs(a.rows - b.rows) > 1) return 1;
  const [columns, rows] = [Math.min(a.columns, b.columns), Math.min(a.rows, b.rows)];
  const picture = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, columns, rows], false);
  const target = picture.getPixels();
  let count = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const [shade, other] = [a.pixels[y * a.columns + x], b.pixels[y * b.columns + x]];
      const isSeen = Math.abs(shade - other) > SEEN;
      if (isSeen) count++;
      const pale = 192 + (shade >> 2);
      target.set(isSeen ? [220, 0, 0] : [pale, pale, pale], (y * columns + x) * 3);
    }
  }
  if (difference) writeFileSync(difference, picture.asPNG());
  return count / (columns * rows);
}

/** Pixels around a picture, within which its best place is looked for. */
const ROOM = 3;

/** Where a picture is dark, and where that is a pixel away at most, cut to what is not paper. */
function ink({ columns, rows, pixels }) {
  let [left, right, top, bottom] = [columns, -1, rows, -1];
  for (let at = 0; at < pixels.length; at++) {
    if (pixels[at] > 160) continue;
    const [x, y] = [at % columns, Math.floor(at / columns)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const [width, height] = [Math.max(0, right - left + 1), Math.max(0, bottom - top + 1)];
  // With room around it, so that it can be moved.
  const mask = { width: width + 2 * ROOM, height: height + 2 * ROOM };
  const dark = new Uint8Array(mask.width * mask.height);
  const near = new Uint8Array(mask.width * mask.height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[(top + y) * columns + left + x] >= 128) continue;
      const at = (y + ROOM) * mask.width + x + ROOM;
      dark[at] = 1;
      for (const row of [-mask.width, 0, mask.width])
        for (const column of [-1, 0, 1]) near[at + row + column] = 1;
    }
  }
  return { ...mask, dark, near };
}

/** Which part of the ink of one is beside ink of the other at most a pixel away, when the other is moved. */
function found(one, other, dx, dy) {
  let [all, there] = [0, 0];
  for (let y = 0; y < one.height; y++) {
    for (let x = 0; x < one.width; x++) {
      if (!one.dark[y * one.width + x]) continue;
      all++;
      const [column, row] = [x + dx, y + dy];
      const isInside = column >= 0 && row >= 0 && column < other.width && row < other.height;
      if (isInside && other.near[row * other.width + column]) there++;
    }
  }
  return there / Math.max(1, all);
}

/** The ink that is in both, as they lie on each other best; the worse of both directions. */
function overlap(a, b) {
  const [one, other] = [ink(a), ink(b)];
  const moves = Array.from({ length: 2 * ROOM - 1 }, (_, index) => index - ROOM + 1);
  const tried = moves.flatMap((dx) =>
    moves.map((dy) => Math.min(found(one, other, dx, dy), found(other, one, -dx, -dy))),
  );
  return Math.max(...tried);
}

const pairs = JSON.parse(readFileSync(0, 'utf8'));
const results = pairs.map(({ a, b, width, difference, aligned, accept }) => {
  if (accept) writeFileSync(a, asPng(grey(b, width)));
  const [one, other] = [grey(a, width), grey(b, width)];
  return aligned ? { overlap: overlap(one, other) } : { changed: changed(one, other, difference) };
});
console.log(JSON.stringify(results));
