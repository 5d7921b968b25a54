import { Document, Font, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as e, type ElementType } from 'react';
import { drawingOf, FACES, type Shape } from '../certificates/drawing.ts';
import { topOf } from '../certificates/page-as-html.ts';
import type { Contestant } from '../contest.ts';

const box = (props: Record<string, unknown>, key: string) =>
  e(View as ElementType, { key, style: { position: 'absolute', ...props } });

const shape = ({ d, x, y, scale, color }: Shape, units: number, key: string) => {
  const side = units * scale;
  const style = { position: 'absolute', left: x, top: y, width: side, height: side };
  const path = e(Path as ElementType, { d, fill: color });
  return e(Svg as ElementType, { key, style, viewBox: `0 0 ${units} ${units}` }, path);
};

function tree(index: number) {
  const { width, height, accent, frames, rules, lines, logo, qr } = drawingOf(index);
  return [
    ...frames.map(({ inset, stroke }) => {
      const [left, top] = [inset - stroke / 2, inset - stroke / 2];
      const [right, bottom] = [left, top];
      return box({ left, top, right, bottom, border: `${stroke}pt solid ${accent}` }, `frame-${inset}`);
    }),
    ...rules.map(({ x, y, width, stroke, color }) =>
      box({ left: x, top: y - stroke / 2, width, height: stroke, backgroundColor: color }, `rule-${x}-${y}`),
    ),
    shape(logo, 24, 'logo'),
    shape(qr, Math.round(qr.side / qr.scale), 'qr'),
    ...lines.map((line) => {
      const { family, weight, ascent, descent } = FACES[line.face];
      const style = {
        position: 'absolute',
        top: topOf(line),
        ...(line.x === null
          ? { left: 0, width, textAlign: 'center' }
          : { left: line.x, width: width - line.x }),
        fontFamily: family,
        fontWeight: weight,
        fontSize: line.size,
        lineHeight: ascent + descent,
        color: line.color,
        letterSpacing: line.letterSpacing,
      };
      return e(Text as ElementType, { key: `${line.text}-${line.y}`, style }, line.text);
    }),
  ].concat(box({ left: 0, top: 0, width: 0, height }, 'end'));
}

/** Fonts are registered once; names are never hyphenated. */
export function prepare(): Contestant {
  for (const { file, family, weight } of Object.values(FACES))
    Font.register({ family, src: file, fontWeight: weight });
  Font.registerHyphenationCallback((word) => [word]);
  const { width, height } = drawingOf(0);
  return {
    draw: (index) =>
      renderToBuffer(
        e(Document as ElementType, null, e(Page as ElementType, { size: [width, height] }, ...tree(index))),
      ),
  };
}
