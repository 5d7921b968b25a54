import type { Snapshot } from '../../../shared/snapshot';
import { qrCode } from '../rendering/art/qr-code';
import type { DrawItem } from '../rendering/display-list';
import { widthOf } from '../rendering/fonts/font-files';
import { type Element, h } from '../rendering/layout/element';
import { clean } from '../rendering/text/clean';
import { breakLines, measure } from '../rendering/text/break-lines';
import { INK, label, LABEL_SPACING, set } from './parts';
import { spellDate, spellLastDay, textsFor, textsOf } from './texts';

export const QR_SIDE = 92;

export type Fact = readonly [name: string, value: string];

/** When it was issued, until when it is valid, and its number. */
export function factsOf(snapshot: Snapshot): Fact[] {
  const { issued, validUntil, serial } = textsFor(snapshot);
  const { issuedAt, expiresAt, language } = snapshot;
  return [
    [issued, spellDate(issuedAt, language)],
    ...(expiresAt ? [[validUntil, spellLastDay(expiresAt, language)] as const] : []),
    [serial, snapshot.serial],
  ];
}

/** Size of the values and the gap behind each, from the best to the closest. */
const FACT_STEPS = [
  [9.5, 28],
  [9, 22],
  [8.5, 16],
  [8, 12],
  [7.5, 9],
] as const;

/** Columns begin on such a grid, in points, so that those of most certificates begin in the same places. */
const GRID = 4;

/** Facts beside each other on one line, closer where there are many. @param largest size of the values */
export function factsRow(facts: Fact[], width: number, largest = 9.5): Element {
  const columnsAt = (size: number): number[] =>
    facts.map(([name, value]) => {
      const heading = widthOf(name.toUpperCase(), 'text', 7) + LABEL_SPACING * name.length;
      return Math.ceil(Math.max(heading, widthOf(value, 'textBold', size)) / GRID) * GRID;
    });
  const widthAt = (size: number, gap: number): number =>
    columnsAt(size).reduce((sum, column) => sum + gap + column, -gap);
  const grown = largest / FACT_STEPS[0][0];
  const steps = FACT_STEPS.map(([size, gap]) => [size * grown, gap * grown] as const);
  const [size, gap] = steps.find(([size, gap]) => widthAt(size, gap) <= width) ?? FACT_STEPS[4];
  const columns = columnsAt(size);
  // Nothing comes behind the last one.
  columns[columns.length - 1] = width - widthAt(size, gap) + (columns.at(-1) as number);
  const lineHeight = 1.2;
  return h(
    { flexDirection: 'row' },
    ...facts.map(([name, value], index) =>
      h(
        { width: columns[index] as number, marginRight: gap, flexShrink: 0 },
        label(name),
        h(
          { marginTop: 3 },
          set(
            { lines: [value], size, lineHeight },
            { width: columns[index] as number, height: Math.round(size * lineHeight) },
            { font: 'textBold', align: 'flex-start' },
          ),
        ),
      ),
    ),
  );
}

const ADDRESS = { size: 7.5, lineHeight: 1.2, marginTop: 3 };

/** The address where a certificate is checked, in as many lines as it needs. */
export function address(url: string, width: number): Element {
  const { size, lineHeight, marginTop } = ADDRESS;
  const shown = clean(url);
  const isOneLine = widthOf(shown, 'text', size) <= width;
  const lines = isOneLine ? [shown] : breakLines(measure(shown, 'text'), width / size);
  const height = lines.length * Math.round(size * lineHeight);
  return h({ marginTop }, set({ lines, size, lineHeight }, { width, height }, { align: 'flex-start' }));
}

/** Date, serial number and code at the left of the QR code; `width` is that of the whole row. */
export function proof(snapshot: Snapshot, width: number): Element {
  const texts = textsFor(snapshot);
  return h(
    { width, flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
    h(
      { width: width - QR_SIDE - 16, height: QR_SIDE - 16, justifyContent: 'flex-end' },
      factsRow(factsOf(snapshot), width - QR_SIDE - 16),
      label(texts.verify, { marginTop: 12 }),
      address(snapshot.verifyUrl, width - QR_SIDE - 24),
    ),
  );
}

/** Where a seal above the QR code stands, so that their middles are in one line: the code is drawn without its quiet zone. */
export const aboveProofCode = (right: number): number => right - QR_SIDE / 2 + 8;

/** The QR code with the address written under `proof`, its lower right corner at (right, bottom). */
export const proofCode = (snapshot: Snapshot, right: number, bottom: number): DrawItem => ({
  ...qrCode(snapshot.verifyUrl, right - QR_SIDE + 8, bottom - QR_SIDE + 8, QR_SIDE, INK),
  alternative: `${textsOf(snapshot.language).qrCode} ${snapshot.verifyUrl}`,
});
