import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { drawingOf, FACES, type Drawing, type Shape } from '../certificates/drawing.ts';
import { topOf } from '../certificates/page-as-html.ts';
import type { Contestant } from '../contest.ts';

const DOTS_PER_INCH = 150;

const element = (type: string, style: object, children?: unknown, props: object = {}) => ({
  type,
  key: null,
  props: { style: { position: 'absolute', display: 'flex', ...style }, children, ...props },
});

const shape = ({ d, x, y, scale, color }: Shape, units: number) => {
  const side = units * scale;
  const path = { type: 'path', key: null, props: { d, fill: color } };
  return element('svg', { left: x, top: y }, path, {
    width: side,
    height: side,
    viewBox: `0 0 ${units} ${units}`,
  });
};

const tree = ({ width, height, accent, frames, rules, lines, logo, qr }: Drawing) =>
  element('div', { width, height, left: 0, top: 0, backgroundColor: '#ffffff' }, [
    ...frames.map(({ inset, stroke }) => {
      const edge = inset - stroke / 2;
      const size = { width: width - 2 * edge, height: height - 2 * edge };
      return element('div', { left: edge, top: edge, ...size, border: `${stroke}px solid ${accent}` });
    }),
    // Satori places on whole points: less than one would be nothing.
    ...rules.map(({ x, y, width, color }) =>
      element('div', { left: x, top: y, width, height: 1, backgroundColor: color }),
    ),
    shape(logo, 24),
    shape(qr, Math.round(qr.side / qr.scale)),
    ...lines.map((line) => {
      const { family, weight, ascent, descent } = FACES[line.face];
      const style = {
        top: topOf(line),
        ...(line.x === null ? { left: 0, width, justifyContent: 'center' } : { left: line.x }),
        fontFamily: family,
        fontWeight: weight,
        fontSize: line.size,
        lineHeight: ascent + descent,
        color: line.color,
        letterSpacing: line.letterSpacing,
        whiteSpace: 'nowrap',
      };
      return element('div', style, line.text);
    }),
  ]);

/** Satori draws outlines, resvg a picture of them, pdf-lib puts that on a page. Fonts are the same objects each time. */
export function prepare(): Contestant {
  const fonts = Object.values(FACES).map(({ file, family, weight }) => ({
    name: family,
    weight,
    style: 'normal' as const,
    data: readFileSync(file),
  }));
  return {
    async draw(index) {
      const drawing = drawingOf(index);
      const { width, height } = drawing;
      const svg = await satori(tree(drawing) as never, { width, height, fonts });
      const fitTo = { mode: 'width' as const, value: Math.round((width / 72) * DOTS_PER_INCH) };
      const png = new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render().asPng();
      const document = await PDFDocument.create();
      const page = document.addPage([width, height]);
      page.drawImage(await document.embedPng(png), { x: 0, y: 0, width, height });
      return document.save();
    },
  };
}
