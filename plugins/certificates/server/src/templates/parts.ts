import type { Snapshot } from '../../../shared/snapshot';
import type { DrawItem } from '../rendering/display-list';
import { LANTERN, rule } from '../rendering/art/ornament';
import { qrCode } from '../rendering/art/qr-code';
import { covers, widthOf } from '../rendering/fonts/font-files';
import { type Child, type Element, h } from '../rendering/layout/element';
import { clean } from '../rendering/text/clean';
import { fit, type Fitted } from '../rendering/text/fit';
import { spellDate, textsOf } from './texts';

export const INK = '#1d2b2a';
export const QUIET = '#5a6866';
export const HAIRLINE = '#cfd6d4';

const TEXT = { fontFamily: 'inter', fontWeight: 400, color: INK };
const DISPLAY = { fontFamily: 'eb garamond', fontWeight: 500, color: INK };

export const NOWRAP = { whiteSpace: 'nowrap', lineHeight: 1.2 };

/** A line of running text. */
export const text = (content: string, size: number, style: Record<string, string | number> = {}): Element =>
  h({ ...TEXT, display: 'block', fontSize: size, ...style }, content);

export const strong = (content: string, size: number, style: Record<string, string | number> = {}): Element =>
  text(content, size, { fontWeight: 600, ...style });

export const display = (
  content: string,
  size: number,
  style: Record<string, string | number> = {},
): Element => h({ ...DISPLAY, display: 'block', fontSize: size, lineHeight: 1.1, ...style }, content);

/** A small heading in spaced capitals. */
export const label = (content: string, style: Record<string, string | number> = {}): Element =>
  text(content.toUpperCase(), 7, { color: QUIET, letterSpacing: 0.8, ...style });

/** Lines that were broken beforehand, one under the other, in the middle or at the left. */
export const linesOf = (
  { lines, size }: Fitted,
  set: (line: string, size: number) => Element,
  align: 'center' | 'flex-start',
): Element => h({ alignItems: align }, ...lines.map((line) => set(line, size)));

const NAME_LINE = 1.15;

/**
 * A name in the display face, or in the text face where that lacks a letter: as large as the room allows, on one line or,
 * when it is long, on several; whole in any case.
 */
export function fittedName(
  name: string,
  room: { width: number; height: number; largest: number; oneLineFrom: number },
  color: string,
): Element {
  const shown = clean(name);
  const face = covers('display', shown) ? 'display' : 'textBold';
  // The text face looks larger at the same size.
  const ratio = face === 'display' ? 1 : 0.8;
  const fitted = fit(shown, face, {
    ...room,
    largest: Math.round(room.largest * ratio),
    oneLineFrom: Math.round(room.oneLineFrom * ratio),
    lineHeight: NAME_LINE,
  });
  const style = { color, lineHeight: NAME_LINE, whiteSpace: 'nowrap' };
  return linesOf(
    fitted,
    (line, size) => (face === 'display' ? display(line, size, style) : strong(line, size, style)),
    'center',
  );
}

/** Between capitals, in parts of their size: a long name stands closer before it gets smaller. */
const CAPITAL_SPACING = [0.36, 0.18, 0.06];

/** The issuer's name in spaced capitals, on one line. */
export function masthead(snapshot: Snapshot, width: number): Element {
  const shown = clean(snapshot.issuer.name).toUpperCase();
  const [largest, smallest] = [11, 8];
  const sizeWith = (spacing: number) =>
    Math.min(largest, width / (widthOf(shown, 'textBold', 1) + spacing * (shown.length + 1)));
  const spacing = CAPITAL_SPACING.find((part) => sizeWith(part) >= smallest) ?? 0;
  const size = Math.floor(sizeWith(spacing) * 10) / 10;
  // The space after the last capital would move the line to the left.
  const style = { ...NOWRAP, letterSpacing: size * spacing, paddingLeft: size * spacing };
  return strong(shown, size, { ...style, color: snapshot.issuer.accent });
}

export const logo = (snapshot: Snapshot, centre: number, y: number, size: number): DrawItem => ({
  kind: 'path',
  d: snapshot.issuer.logoPath ?? LANTERN,
  x: centre - size / 2,
  y,
  scale: size / 24,
  fill: snapshot.issuer.accent,
  stroke: null,
  strokeWidth: 0,
  opacity: 1,
});

export const QR_SIDE = 92;

/** Date, serial number and code at the left of the QR code; `width` is that of the whole row. */
export function proof(snapshot: Snapshot, width: number): Element {
  const texts = textsOf(snapshot.language);
  const fact = (name: string, value: string): Child =>
    h({ marginRight: 28 }, label(name), strong(value, 9.5, { marginTop: 3 }));
  return h(
    { width, flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
    h(
      { width: width - QR_SIDE - 16, height: QR_SIDE - 16, justifyContent: 'flex-end' },
      h(
        { flexDirection: 'row' },
        fact(texts.issued, spellDate(snapshot.issuedAt, snapshot.language)),
        fact(texts.serial, snapshot.serial),
      ),
      label(texts.verify, { marginTop: 12 }),
      text(snapshot.verifyUrl, 7.5, { marginTop: 3, wordBreak: 'break-all', width: width - QR_SIDE - 24 }),
    ),
  );
}

/** The QR code with the address written under `proof`, its lower right corner at (right, bottom). */
/** Where a seal above the QR code stands, so that their middles are in one line: the code is drawn without its quiet zone. */
export const aboveProofCode = (right: number): number => right - QR_SIDE / 2 + 8;

export const proofCode = (snapshot: Snapshot, right: number, bottom: number): DrawItem => ({
  ...qrCode(snapshot.verifyUrl, right - QR_SIDE + 8, bottom - QR_SIDE + 8, QR_SIDE, INK),
  alternative: `${textsOf(snapshot.language).qrCode}: ${snapshot.verifyUrl}`,
});

/**
 * Signature lines beside each other: rules above names, as many as the issuer has, at least one. Long names and titles
 * shrink to their column.
 */
export function signatures(
  snapshot: Snapshot,
  left: number,
  y: number,
  width: number,
): { art: DrawItem[]; tree: Element } {
  const { name, signatures } = snapshot.issuer;
  const people = signatures.length > 0 ? signatures : [{ name, title: '' }];
  const gap = 28;
  const column = Math.min(190, (width - gap * (people.length - 1)) / people.length);
  const fitted = (content: string, font: 'text' | 'textBold', largest: number) =>
    fit(clean(content), font, { width: column, height: 11, largest, oneLineFrom: 6, lineHeight: 1.2 });
  const person = ({ name, title }: { name: string; title: string }): Element =>
    h(
      { width: column, flexShrink: 0, marginRight: gap, paddingTop: 5 },
      linesOf(fitted(name, 'textBold', 9), (line, size) => strong(line, size, NOWRAP), 'flex-start'),
      title
        ? linesOf(
            fitted(title, 'text', 8),
            (line, size) => text(line, size, { ...NOWRAP, color: QUIET, marginTop: 2 }),
            'flex-start',
          )
        : null,
    );
  return {
    art: people.map((_, index) => rule(left + index * (column + gap), y, column, INK, 0.6)),
    tree: h({ flexDirection: 'row', width }, ...people.map(person)),
  };
}

/** A block at a fixed place on the page. */
export const at = (
  left: number,
  top: number,
  width: number,
  child: Child,
  style: Record<string, string | number> = {},
): Element => h({ position: 'absolute', left, top, width, ...style }, child);
