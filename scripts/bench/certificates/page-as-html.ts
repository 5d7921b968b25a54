import { readFileSync } from 'node:fs';
import { FACES, type Drawing, type FaceName, type Line, type Shape } from './drawing.ts';

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A line's box begins this far above its baseline. */
export const topOf = ({ face, size, y }: Line): number => y - FACES[face].ascent * size;

/** Styles that never change; fonts as data, so that no file has to be reachable. */
export function styleSheet(
  { width, height }: Drawing,
  fontUrl: (face: FaceName) => string = dataUrl,
): string {
  const faces = Object.entries(FACES).map(([name, { family, weight }]) => {
    const url = fontUrl(name as FaceName);
    return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('${url}') }`;
  });
  const lines = Object.entries(FACES).map(
    ([name, { family, weight, ascent, descent }]) =>
      `.${name} { font-family: '${family}'; font-weight: ${weight}; line-height: ${ascent + descent} }`,
  );
  return `${faces.join('\n')}
@page { size: ${width}pt ${height}pt; margin: 0 }
* { margin: 0; padding: 0 }
body { position: relative; width: ${width}pt; height: ${height}pt }
p, svg, i { position: absolute }
p { white-space: nowrap }
.centred { left: 0; width: ${width}pt; text-align: center }
${lines.join('\n')}`;
}

const dataUrl = (face: FaceName): string =>
  `data:font/ttf;base64,${readFileSync(FACES[face].file).toString('base64')}`;

const svgOf = ({ d, x, y, scale, color }: Shape, units: number): string => {
  const side = units * scale;
  return `<svg style="left:${x}pt;top:${y}pt;width:${side}pt;height:${side}pt" viewBox="0 0 ${units} ${units}"><path d="${d}" fill="${color}"/></svg>`;
};

/** Everything inside `<body>`. */
export function bodyOf(drawing: Drawing): string {
  const { width, height, frames, rules, lines, logo, qr, accent } = drawing;
  const box = (x: number, y: number, w: number, h: number, style: string) =>
    `<i style="left:${x}pt;top:${y}pt;width:${w}pt;height:${h}pt;${style}"></i>`;
  return [
    ...frames.map(({ inset, stroke }) => {
      const edge = inset - stroke / 2;
      const border = `border:${stroke}pt solid ${accent}`;
      return box(edge, edge, width - 2 * inset - stroke, height - 2 * inset - stroke, border);
    }),
    ...rules.map(({ x, y, width, stroke, color }) =>
      box(x, y - stroke / 2, width, stroke, `background:${color}`),
    ),
    svgOf(logo, 24),
    svgOf(qr, qr.side / qr.scale),
    ...lines.map((line) => {
      const place = line.x === null ? '' : `left:${line.x}pt;`;
      const spacing = line.letterSpacing ? `letter-spacing:${line.letterSpacing}pt;` : '';
      return `<p class="${line.face}${line.x === null ? ' centred' : ''}" style="${place}top:${topOf(line)}pt;font-size:${line.size}pt;color:${line.color};${spacing}">${escape(line.text)}</p>`;
    }),
  ].join('');
}
