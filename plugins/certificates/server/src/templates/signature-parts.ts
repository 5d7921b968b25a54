import type { Issuer, Snapshot } from '../../../shared/snapshot';
import { rule } from '../rendering/art/ornament';
import { type Element, h } from '../rendering/layout/element';
import type { PictureItem } from '../rendering/picture/place-picture';
import { clean } from '../rendering/text/clean';
import { within } from './issuer-parts';
import { fitted, INK, QUIET } from './parts';
import type { Art } from './template';
import { textsFor } from './texts';

type Signatory = Issuer['signatures'][number];

const GAP = 28;
const WIDEST = 190;
/** Of the handwriting, which reaches over the line by a little. */
const HANDWRITING = { width: 150, height: 42, below: 3, indent: 6 };

export const hasHandwriting = ({ issuer }: Snapshot): boolean =>
  issuer.signatures.some(({ picture }) => picture);

/** Handwriting stands on its line, as large as its room allows. */
function handwriting(
  { picture }: Signatory,
  left: number,
  y: number,
  column: number,
  alternative: string,
): PictureItem[] {
  if (!picture) return [];
  const room = {
    width: Math.min(HANDWRITING.width, column - 2 * HANDWRITING.indent),
    height: HANDWRITING.height,
  };
  const { width, height } = within(picture, room);
  return [
    {
      kind: 'picture',
      key: picture.key,
      x: left + HANDWRITING.indent,
      y: y + HANDWRITING.below - height,
      width,
      height,
      alternative,
    },
  ];
}

/**
 * Signature lines beside each other: handwriting on rules above names, as many as the issuer has, at least one. Long names
 * and titles shrink to their column.
 *
 * @param y of the rules; handwriting needs 42 points above, names take 28 below.
 */
export function signatures(
  snapshot: Snapshot,
  left: number,
  y: number,
  width: number,
): { art: Art[]; tree: Element } {
  const { name, signatures } = snapshot.issuer;
  const { signatureOf } = textsFor(snapshot);
  const people: Signatory[] = signatures.length > 0 ? signatures : [{ name, title: '' }];
  const column = Math.min(WIDEST, (width - GAP * (people.length - 1)) / people.length);
  const room = { width: column, height: 11, oneLineFrom: 6, lineHeight: 1.2 };
  const person = ({ name, title }: Signatory): Element =>
    h(
      { width: column, flexShrink: 0, marginRight: GAP, paddingTop: 5 },
      fitted(name, { ...room, largest: 9 }, { font: 'textBold', align: 'flex-start' }),
      title
        ? h({ marginTop: 2 }, fitted(title, { ...room, largest: 8 }, { color: QUIET, align: 'flex-start' }))
        : null,
    );
  const places = people.map((_, index) => left + index * (column + GAP));
  return {
    art: [
      ...places.map((x) => rule(x, y, column, INK, 0.6)),
      ...people.flatMap((one, index) =>
        handwriting(one, places[index] as number, y, column, signatureOf(clean(one.name))),
      ),
    ],
    tree: h({ flexDirection: 'row', width }, ...people.map(person)),
  };
}
