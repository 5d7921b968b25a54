import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import PDFDocument from 'pdfkit';
import { drawingOf, FACES, type Shape } from '../certificates/drawing.ts';
import type { Contestant } from '../contest.ts';

/**
 * Fonts are parsed once. pdfkit itself parses a font anew for each document, which takes most of its time; a document
 * takes a parsed one where it keeps those it has opened.
 */
export function prepare(): Contestant {
  const parsed = Object.entries(FACES).map(([name, { file }]) => ({
    name,
    font: create(readFileSync(file)),
  }));
  const sample = new PDFDocument({}).font(FACES.text.file);
  const EmbeddedFont = sample._font.constructor;
  return {
    draw(index) {
      const { width, height, accent, frames, rules, lines, logo, qr } = drawingOf(index);
      const document = new PDFDocument({ size: [width, height], margin: 0, font: null });
      const chunks: Uint8Array[] = [];
      document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      for (const { name, font } of parsed)
        document._fontFamilies[name] = new EmbeddedFont(document, font, `F${++document._fontCount}`);

      for (const { inset, stroke } of frames)
        document
          .lineWidth(stroke)
          .rect(inset, inset, width - 2 * inset, height - 2 * inset)
          .stroke(accent);
      for (const rule of rules)
        document
          .lineWidth(rule.stroke)
          .moveTo(rule.x, rule.y)
          .lineTo(rule.x + rule.width, rule.y)
          .stroke(rule.color);
      const shape = ({ d, x, y, scale, color }: Shape) =>
        document.save().translate(x, y).scale(scale).path(d).fill(color).restore();
      shape(logo);
      shape(qr);
      for (const line of lines) {
        const characterSpacing = line.letterSpacing;
        document.font(line.face).fontSize(line.size).fillColor(line.color);
        const x = line.x ?? (width - document.widthOfString(line.text, { characterSpacing })) / 2;
        document.text(line.text, x, line.y, { baseline: 'alphabetic', lineBreak: false, characterSpacing });
      }
      return new Promise((resolve) => {
        document.on('end', () => resolve(Buffer.concat(chunks)));
        document.end();
      });
    },
  };
}
