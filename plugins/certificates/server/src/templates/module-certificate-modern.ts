import { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import { block, disc, rosette, rule } from '../rendering/art/ornament';
import { as, type Element, h } from '../rendering/layout/element';
import { logoAt, seal } from './issuer-parts';
import { at, fitted, HAIRLINE, INK, label, QUIET } from './parts';
import { orientation, paper, sheetOf } from './paper';
import { address, type Fact, factsOf, factsRow, proofCode, QR_SIDE } from './proof-parts';
import { signatures } from './signature-parts';
import { type Art, defineTemplate, type TemplatePage } from './template';
import { spellMark, textsFor } from './texts';
import { landscapePlaces, type ModernPlaces, portraitPlaces } from './modern-places';

const LINE = 1.15;

/** The issuer's mark with the name beside it. */
function lockup(snapshot: Snapshot, places: ModernPlaces): { art: Art; tree: Element } {
  const { left } = places;
  const { y, width } = places.lockup;
  const size = 30;
  const { art, width: taken } = logoAt(snapshot, left, y, size);
  const room = { width: width - taken - 12, height: size, largest: 13, oneLineFrom: 10, lineHeight: 1.2 };
  const name = fitted(snapshot.issuer.name, room, {
    font: 'textBold',
    align: 'flex-start',
    vertical: 'center',
  });
  return { art, tree: at(left + taken + 12, y, room.width, name) };
}

/** The mark first: it is what a reader looks for. */
function facts(snapshot: Snapshot): Fact[] {
  const [achievement] = snapshot.achievements;
  const { mark } = textsFor(snapshot);
  if (!achievement || achievement.mark === null) return factsOf(snapshot);
  const [reached, most] = [achievement.mark, achievement.maximumMark].map((value) =>
    spellMark(value, snapshot.language),
  );
  return [[mark, `${reached} / ${most}`], ...factsOf(snapshot)];
}

/** Colour with interlaced lines in white, as far as the paper goes. */
const ground = ({ band, rosette: { x, y, radius, opacity } }: ModernPlaces, accent: string): Art[] => [
  block(band.x, band.y, band.width, band.height, accent),
  ...rosette(x, y, radius, '#ffffff', opacity),
  ...rosette(x, y, radius * 0.5, '#ffffff', opacity),
  block(band.edge.x, band.edge.y, band.edge.width, band.edge.height, accent, 0.28),
];

function words(snapshot: Snapshot, places: ModernPlaces): (Element | null)[] {
  const { left, width } = places;
  const { accent } = snapshot.issuer;
  const texts = textsFor(snapshot);
  const [achievement] = snapshot.achievements;
  const quiet = (words: string) =>
    fitted(
      words,
      { width, height: 16, largest: 12, oneLineFrom: 9, lineHeight: LINE },
      { color: QUIET, align: 'flex-start' },
    );
  const look = { align: 'flex-start', tracking: -0.018 } as const;
  const inRoom = (room: ModernPlaces['title']) => ({ ...room, width, lineHeight: LINE });
  const large = (words: string, room: ModernPlaces['title'], color: string) =>
    at(left, room.y, width, as('H2', fitted(words, inRoom(room), { ...look, font: 'textBold', color })));
  const title = fitted(texts.title.module, inRoom(places.title), { ...look, vertical: 'flex-end' });
  return [
    at(left, places.title.y, width, as('H1', title)),
    at(left, places.certifies, width, quiet(texts.certifies)),
    large(snapshot.recipient.name, places.name, accent),
    at(left, places.completed, width, quiet(texts.completed.module(1))),
    large(achievement?.name ?? '', places.module, INK),
    at(left, places.facts, width, factsRow(facts(snapshot), width, 11)),
  ];
}

function page(snapshot: Snapshot, places: ModernPlaces): TemplatePage {
  const { left, width, code } = places;
  const { accent, seal: sealed } = snapshot.issuer;
  const texts = textsFor(snapshot);
  const issuer = lockup(snapshot, places);
  const signed = signatures(snapshot, left, places.signatures, width);
  const { width: across, y: from } = places.note;
  const remark = { width: across, height: 23, largest: 8.5, oneLineFrom: 8, lineHeight: 1.3 };
  return {
    width: places.sheet.width,
    height: places.sheet.height,
    tree: h(
      { ...places.sheet, position: 'relative' },
      issuer.tree,
      ...words(snapshot, places),
      at(left, places.signatures, width, signed.tree),
      texts.note
        ? at(left, from, across, fitted(texts.note, remark, { color: QUIET, align: 'flex-start' }))
        : null,
      at(
        left,
        places.verify - 34,
        across,
        h(
          { height: 34, justifyContent: 'flex-end' },
          label(texts.verify),
          address(snapshot.verifyUrl, across),
        ),
      ),
    ),
    art: [
      ...ground(places, accent),
      ...(sealed?.shown === false
        ? []
        : [disc(places.seal.x, places.seal.y, places.seal.radius + 5, '#ffffff')]),
      ...seal(snapshot, places.seal.x, places.seal.y, places.seal.radius),
      issuer.art,
      rule(left, places.facts - 14, width, HAIRLINE, 0.8),
      ...signed.art,
      ...(code.tile ? [block(code.right - QR_SIDE, code.bottom - QR_SIDE, QR_SIDE, QR_SIDE, '#ffffff')] : []),
      proofCode(snapshot, code.right - 8, code.bottom - 8),
    ],
  };
}

/** Left-aligned beside a band of colour, in the sans face throughout. */
export const modernModuleCertificate = defineTemplate({
  key: 'module-certificate-modern',
  version: 1,
  name: { en: 'Modern', es: 'Moderno' },
  kinds: ['module'],
  schema: z.strictObject({ paper, orientation }),
  pages(snapshot, options) {
    const sheet = sheetOf(options.paper, options.orientation);
    return [
      page(snapshot, options.orientation === 'portrait' ? portraitPlaces(sheet) : landscapePlaces(sheet)),
    ];
  },
});
