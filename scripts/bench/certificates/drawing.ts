import { createRequire } from 'node:module';
import encodeQR from 'qr';
import { snapshotOf } from './recipients.ts';

/**
 * The certificate as plain data, for programs that know nothing of Lumino: the texts of `module-certificate`, each where
 * that template puts it, frame, rules, logo and QR code. Points, origin at the top left. Its rosettes, seal, structure
 * tags and metadata are left out: they are Lumino's alone to draw.
 */
export interface Drawing {
  width: number;
  height: number;
  lines: Line[];
  /** Around nothing: outlines. */
  frames: { inset: number; stroke: number }[];
  rules: { x: number; y: number; width: number; stroke: number; color: string }[];
  logo: Shape;
  qr: Shape & { text: string; side: number };
  accent: string;
}

export interface Line {
  text: string;
  face: FaceName;
  size: number;
  color: string;
  /** Of the baseline. */
  y: number;
  /** Of its left end; null: in the middle of the page. */
  x: number | null;
  letterSpacing: number;
}

/** An SVG path in a box of its own units, `scale` points each. */
export interface Shape {
  d: string;
  x: number;
  y: number;
  scale: number;
  color: string;
}

const { resolve } = createRequire(import.meta.url);
const font = (file: string): string => resolve(`@expo-google-fonts/${file}`);

/** Ascent and descent in parts of the size, as the files have them. */
export const FACES = {
  text: {
    file: font('inter/400Regular/Inter_400Regular.ttf'),
    family: 'Inter',
    weight: 400,
    ascent: 0.96875,
    descent: 0.2412109375,
  },
  textBold: {
    file: font('inter/600SemiBold/Inter_600SemiBold.ttf'),
    family: 'Inter',
    weight: 600,
    ascent: 0.96875,
    descent: 0.2412109375,
  },
  display: {
    file: font('eb-garamond/500Medium/EBGaramond_500Medium.ttf'),
    family: 'EB Garamond',
    weight: 500,
    ascent: 1.007,
    descent: 0.298,
  },
} as const;
export type FaceName = keyof typeof FACES;

const INK = '#1d2b2a';
const QUIET = '#5a6866';
const [WIDTH, HEIGHT] = [841.89, 595.28];
const QR = { x: 682.89, y: 459, side: 74 };
const LANTERN =
  'M11 1h2v2h-2zM8 4h8l1 3H7zM7 8h2v10H7zM15 8h2v10h-2zM12 9c1.6 2 2.4 3.2 2.4 4.6a2.4 2.4 0 0 1-4.8 0C9.6 12.2 10.4 11 12 9zM6 19h12v2H6zM9 22h6v1H9z';

/** Each run of dark modules as a box, without the quiet zone; with the library that Lumino uses. */
function qrPath(text: string): { d: string; modules: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const dark = (row: number, column: number): boolean => rows[row + 1]?.[column + 1] ?? false;
  const modules = rows.length - 2;
  let d = '';
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      let length = 0;
      while (column + length < modules && dark(row, column + length)) length++;
      if (length > 0) d += `M${column} ${row}h${length}v1h-${length}z`;
      column += length;
    }
  }
  return { d, modules };
}

const centred = (text: string, face: FaceName, size: number, y: number, color: string): Line => ({
  ...{ text, face, size, y, color },
  x: null,
  letterSpacing: 0,
});
const left = (text: string, face: FaceName, size: number, x: number, y: number, color: string): Line => ({
  ...{ text, face, size, x, y, color },
  letterSpacing: 0,
});
const label = (text: string, x: number, y: number): Line => ({
  ...left(text, 'text', 7, x, y, QUIET),
  letterSpacing: 0.8,
});

/** What a program of others draws as certificate number `index`. */
export function drawingOf(index: number): Drawing {
  const snapshot = snapshotOf(index);
  const { issuer, recipient, achievements, serial, verifyUrl } = snapshot;
  const { accent } = issuer;
  const [achievement] = achievements;
  const { d, modules } = qrPath(verifyUrl);
  return {
    width: WIDTH,
    height: HEIGHT,
    accent,
    lines: [
      { ...centred('LUMINO', 'textBold', 11, 96, accent), letterSpacing: 3.96 },
      centred('Certificate of Completion', 'display', 40, 154, INK),
      centred('This certifies that', 'text', 11, 192, QUIET),
      centred(recipient.name, 'display', 42, 258, accent),
      centred('has successfully completed the module', 'text', 11, 314, QUIET),
      centred(achievement?.name ?? '', 'display', 24, 360, INK),
      centred(`with the mark ${achievement?.mark} of ${achievement?.maximumMark}`, 'text', 11, 398, QUIET),
      ...issuer.signatures.flatMap(({ name, title }, place) => [
        left(name, 'textBold', 9, 84 + 218 * place, 447, INK),
        left(title, 'text', 8, 84 + 218 * place, 459, QUIET),
      ]),
      label('ISSUED ON', 84, 486),
      left('November 24, 2026', 'textBold', 9.5, 84, 500, INK),
      label('SERIAL NUMBER', 204, 486),
      left(serial, 'textBold', 9.5, 204, 500, INK),
      label('CHECK THAT THIS CERTIFICATE IS REAL', 84, 520),
      left(verifyUrl, 'text', 7.5, 84, 532, INK),
    ],
    frames: [
      { inset: 26, stroke: 1.4 },
      { inset: 30, stroke: 0.4 },
      { inset: 32, stroke: 0.4 },
    ],
    rules: [
      { x: WIDTH / 2 - 40, y: 294, width: 80, stroke: 0.8, color: accent },
      ...issuer.signatures.map((_, place) => ({
        ...{ x: 84 + 218 * place, y: 434, width: 190 },
        stroke: 0.6,
        color: INK,
      })),
    ],
    logo: { d: LANTERN, x: WIDTH / 2 - 13, y: 52, scale: 26 / 24, color: accent },
    qr: { d, ...QR, scale: QR.side / modules, color: INK, text: verifyUrl },
  };
}
