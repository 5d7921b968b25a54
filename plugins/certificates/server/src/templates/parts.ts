import type { Snapshot } from '../../../shared/snapshot';
import type { DrawItem } from '../rendering/display-list';
import { LANTERN, rule } from '../rendering/art/ornament';
import { qrCode } from '../rendering/art/qr-code';
import { covers } from '../rendering/fonts/font-files';
import { type Child, type Element, h } from '../rendering/layout/element';
import { clean } from '../rendering/text/clean';
import { fitSize } from '../rendering/text/fit';
import { spellDate, textsOf } from './texts';

export const INK = '#1d2b2a';
export const QUIET = '#5a6866';
export const HAIRLINE = '#cfd6d4';

const TEXT = { fontFamily: 'inter', fontWeight: 400, color: INK };
const DISPLAY = { fontFamily: 'eb garamond', fontWeight: 500, color: INK };

/** A line of running text. */
export const text = (content: string, size: number, style: Record<string, string | number> = {}): Element =>
  h({ ...TEXT, display: 'block', fontSize: size, ...style }, content);

export const strong = (content: string, size: number, style: Record<string, string | number> = {}): Element =>
  text(content, size, { fontWeight: 600, ...style });

export const display = (content: string, size: number, style: Record<string, string | number> = {}): Element =>
  h({ ...DISPLAY, display: 'block', fontSize: size, lineHeight: 1.1, ...style }, content);

/** A small heading in spaced capitals. */
export const label = (content: string, style: Record<string, string | number> = {}): Element =>
  text(content.toUpperCase(), 7, { color: QUIET, letterSpacing: 0.8, ...style });

/** The recipient's name: shrinks to fit one line, then breaks; in the text face where the display face lacks a letter. */
export function recipientName(name: string, width: number, color: string): Element {
  const shown = clean(name);
  const face = covers('display', shown) ? 'display' : 'textBold';
  const size = fitSize(shown, face, width, face === 'display' ? 42 : 34, 20);
  const style = { color, textAlign: 'center', wordBreak: 'break-word', width, justifyContent: 'center', lineHeight: 1.15 };
  return face === 'display' ? display(shown, size, style) : strong(shown, size, style);
}

export const masthead = (snapshot: Snapshot): Element =>
  strong(clean(snapshot.issuer.name).toUpperCase(), 11, { letterSpacing: 4, color: snapshot.issuer.accent });

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
  const fact = (name: string, value: string): Child => h({ marginRight: 28 }, label(name), strong(value, 9.5, { marginTop: 3 }));
  return h(
    { width, flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
    h(
      { width: width - QR_SIDE - 16, height: QR_SIDE - 16, justifyContent: 'flex-end' },
      h({ flexDirection: 'row' }, fact(texts.issued, spellDate(snapshot.issuedAt, snapshot.language)), fact(texts.serial, snapshot.serial)),
      label(texts.verify, { marginTop: 12 }),
      text(snapshot.verifyUrl, 7.5, { marginTop: 3, wordBreak: 'break-all', width: width - QR_SIDE - 24 }),
    ),
  );
}

/** The QR code with the address written under `proof`, its lower right corner at (right, bottom). */
export const proofCode = (snapshot: Snapshot, right: number, bottom: number): DrawItem =>
  qrCode(snapshot.verifyUrl, right - QR_SIDE + 8, bottom - QR_SIDE + 8, QR_SIDE, INK);

/** Signature lines beside each other: rules above names, as many as the issuer has, at least one. */
export function signatures(snapshot: Snapshot, left: number, y: number, width: number): { art: DrawItem[]; tree: Element } {
  const people = snapshot.issuer.signatures.length > 0 ? snapshot.issuer.signatures : [{ name: clean(snapshot.issuer.name), title: '' }];
  const gap = 28;
  const column = Math.min(190, (width - gap * (people.length - 1)) / people.length);
  return {
    art: people.map((_, index) => rule(left + index * (column + gap), y, column, INK, 0.6)),
    tree: h(
      { flexDirection: 'row', width },
      ...people.map(({ name, title }) =>
        h({ width: column, marginRight: gap, paddingTop: 5 }, strong(clean(name), 9), title ? text(clean(title), 8, { color: QUIET, marginTop: 2 }) : null),
      ),
    ),
  };
}

/** A block at a fixed place on the page. */
export const at = (left: number, top: number, width: number, child: Child, style: Record<string, string | number> = {}): Element =>
  h({ position: 'absolute', left, top, width, ...style }, child);
