import type { DrawnPage, TextItem } from '../../plugins/certificates/server/src/rendering/display-list.ts';
import { face } from '../../plugins/certificates/server/src/rendering/fonts/faces.ts';
import { glyphBox } from '../../plugins/certificates/server/src/rendering/shape/harfbuzz.ts';
import { placedRuns } from '../../plugins/certificates/server/src/rendering/shape/place-runs.ts';

/** Points, y down. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a line leaves ink: the box of each of its glyphs, and of all. */
export interface Ink extends Box {
  text: string;
  glyphs: Box[];
  baseline: number;
  size: number;
  /** Where the line ends for whoever sets it, ink or not. */
  end: number;
  /** Whether one of its glyphs is the box that fonts draw for what they do not have. */
  hasEmptyBox: boolean;
}

export function inkOf(item: TextItem): Ink {
  const glyphs: Box[] = [];
  let hasEmptyBox = false;
  let end = item.x;
  for (const run of placedRuns(item)) {
    const scale = run.size / face(run.face).font.unitsPerEm;
    let pen = run.x;
    for (const { id, xAdvance, xOffset, yOffset } of run.glyphs) {
      hasEmptyBox ||= id === 0;
      const box = glyphBox(run.face, id);
      if (box) {
        glyphs.push({
          left: pen + (box.left + xOffset) * scale,
          right: pen + (box.right + xOffset) * scale,
          top: item.y - (box.top + yOffset) * scale,
          bottom: item.y - (box.bottom + yOffset) * scale,
        });
      }
      pen += xAdvance * scale + run.spacing;
    }
    end = pen;
  }
  return {
    text: item.text,
    glyphs,
    baseline: item.y,
    size: item.size,
    end,
    hasEmptyBox,
    left: Math.min(...glyphs.map(({ left }) => left)),
    right: Math.max(...glyphs.map(({ right }) => right)),
    top: Math.min(...glyphs.map(({ top }) => top)),
    bottom: Math.max(...glyphs.map(({ bottom }) => bottom)),
  };
}

/** In points: positions are rounded to hundredths when they are written. */
const ROUNDED = 0.02;
const meet = (a: Box, b: Box, tolerance = ROUNDED): boolean =>
  a.left + tolerance < b.right &&
  b.left + tolerance < a.right &&
  a.top + ROUNDED < b.bottom &&
  b.top + ROUNDED < a.bottom;

/** In sizes: the letters of one line reach over each other, as j and f do. */
const REACHES_OVER = 0.15;

/** Whether a letter of one line stands on a letter of another, or one part of a line on another part. */
export function overlap(a: Ink, b: Ink): boolean {
  if (a.baseline === b.baseline) return meet(a, b, REACHES_OVER * Math.max(a.size, b.size));
  return meet(a, b) && a.glyphs.some((glyph) => b.glyphs.some((other) => meet(glyph, other)));
}

/** What is wrong with the texts of a page: empty boxes, ink closer than `margin` points to its edge, texts on others. */
export function faultsOf({ width, height, items }: DrawnPage, margin: number): string[] {
  const lines = items.flatMap((item) => (item.kind === 'text' ? [inkOf(item)] : []));
  return lines.flatMap((line, index) => [
    ...(line.hasEmptyBox ? [`an empty box in "${line.text}"`] : []),
    ...(line.left < margin ||
    line.right > width - margin ||
    line.top < margin ||
    line.bottom > height - margin
      ? [`"${line.text}" leaves the frame`]
      : []),
    ...lines
      .slice(index + 1)
      .flatMap((other) => (overlap(line, other) ? [`"${line.text}" is over "${other.text}"`] : [])),
  ]);
}
