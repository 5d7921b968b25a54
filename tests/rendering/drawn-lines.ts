import type {
  DrawnPage,
  FontKey,
  TextItem,
} from '../../plugins/certificates/server/src/rendering/display-list.ts';
import { writePdf } from '../../plugins/certificates/server/src/rendering/pdf/write-pdf.ts';
import { inkOf } from './ink.ts';

const MARGIN = 12;

/** A page that is as large as some lines, one under the other, and shows nothing else. Points. */
export function pageOfLines(lines: { text: string; font: FontKey; size: number }[]): DrawnPage {
  let y = MARGIN;
  const items = lines.map(({ text, font, size }): TextItem => {
    const item: TextItem = { kind: 'text', text, font, size, x: 0, y: 0, color: '#000000', letterSpacing: 0 };
    const { left, top, bottom } = inkOf(item);
    const placed = { ...item, x: Math.ceil(MARGIN - left), y: Math.ceil(y - top) };
    y += Math.ceil(bottom - top) + MARGIN;
    return placed;
  });
  return { width: Math.ceil(Math.max(...items.map((item) => inkOf(item).right))) + MARGIN, height: y, items };
}

export const pdfOfPage = (page: DrawnPage): Uint8Array =>
  writePdf([page], { title: 'Lines', author: 'Lumino', language: 'en', date: new Date(0) });
