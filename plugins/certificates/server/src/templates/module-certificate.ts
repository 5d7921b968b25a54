import { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import { frame, rosette, rule } from '../rendering/art/ornament';
import { as, type Element, h } from '../rendering/layout/element';
import { logo, masthead, seal } from './issuer-parts';
import { at, fitted, fittedName, INK, QUIET } from './parts';
import { orientation, paper, type Sheet, sheetOf } from './paper';
import { aboveProofCode, proof, proofCode } from './proof-parts';
import { hasHandwriting, signatures } from './signature-parts';
import { defineTemplate, type TemplatePage } from './template';
import { spellMark, textsFor } from './texts';

const MIDDLE = { alignItems: 'center', justifyContent: 'center' };

/** Where everything stands, in points from the top of A4; `title` and the like are as large as they get. */
const LANDSCAPE = {
  left: 84,
  logo: { y: 52, size: 26 },
  masthead: 86,
  title: { y: 118, size: 40, height: 58 },
  certifies: 182,
  name: { y: 202, box: 84, height: 76, largest: 42, oneLineFrom: 30 },
  rule: 294,
  completed: 304,
  /** Narrow enough to end before the seal. */
  module: { y: 322, box: 60, width: 470, height: 58, largest: 24, oneLineFrom: 20 },
  mark: 388,
  signatures: 434,
  note: 0,
  seal: { y: 398, radius: 44 },
  proof: 534,
  rosette: 220,
};
type Places = typeof LANDSCAPE;

/** Handwriting and a note want room above and below the names: the words above move together. */
const LANDSCAPE_WITH_HANDWRITING: Places = {
  ...LANDSCAPE,
  title: { y: 114, size: 38, height: 54 },
  certifies: 170,
  name: { ...LANDSCAPE.name, y: 186, box: 76 },
  rule: 268,
  completed: 278,
  module: { ...LANDSCAPE.module, y: 295, box: 52, height: 50 },
  mark: 352,
};
const LANDSCAPE_WITH_NOTE: Places = { ...LANDSCAPE_WITH_HANDWRITING, signatures: 413, note: 448 };

const PORTRAIT: Places = {
  left: 72,
  logo: { y: 82, size: 34 },
  masthead: 126,
  title: { y: 176, size: 36, height: 60 },
  certifies: 258,
  name: { y: 282, box: 92, height: 84, largest: 42, oneLineFrom: 26 },
  rule: 392,
  completed: 410,
  module: { y: 432, box: 76, width: 440, height: 72, largest: 25, oneLineFrom: 20 },
  mark: 520,
  signatures: 690,
  note: 0,
  seal: { y: 661, radius: 38 },
  proof: 788,
  rosette: 200,
};
const PORTRAIT_WITH_NOTE: Places = { ...PORTRAIT, signatures: 650, note: 686 };

/** A4's extra height, or its lack, beside the paper these places are for. */
const ROWS_OF = { landscape: 595.28, portrait: 841.89 };

/** The places for a sheet: what stands at the bottom keeps its distance from it, the words above share out the difference. */
function placesOn(places: Places, { height }: Sheet, turned: 'landscape' | 'portrait'): Places {
  const more = Math.round(height - ROWS_OF[turned]);
  const share = (part: number) => Math.round(more * part);
  return {
    ...places,
    title: { ...places.title, y: places.title.y + share(0.2) },
    certifies: places.certifies + share(0.4),
    name: { ...places.name, y: places.name.y + share(0.4) },
    rule: places.rule + share(0.5),
    completed: places.completed + share(0.6),
    module: { ...places.module, y: places.module.y + share(0.6) },
    mark: places.mark + share(0.7),
    signatures: places.signatures + more,
    note: places.note + more,
    seal: { ...places.seal, y: places.seal.y + more },
    proof: places.proof + more,
  };
}

function placesFor(snapshot: Snapshot, sheet: Sheet, turned: 'landscape' | 'portrait'): Places {
  const hasNote = textsFor(snapshot).note !== '';
  if (turned === 'portrait') return placesOn(hasNote ? PORTRAIT_WITH_NOTE : PORTRAIT, sheet, turned);
  const plain = hasHandwriting(snapshot) ? LANDSCAPE_WITH_HANDWRITING : LANDSCAPE;
  return placesOn(hasNote ? LANDSCAPE_WITH_NOTE : plain, sheet, turned);
}

const heading = (snapshot: Snapshot, { title }: Places, width: number): Element => {
  const room = { width, height: title.height, largest: title.size, oneLineFrom: 24, lineHeight: 1.1 };
  return fitted(textsFor(snapshot).title.module, room, { font: 'display' });
};

const quiet = (words: string, width: number): Element =>
  fitted(words, { width, height: 19, largest: 11, oneLineFrom: 9, lineHeight: 1.2 }, { color: QUIET });

function page(snapshot: Snapshot, sheet: Sheet, turned: 'landscape' | 'portrait'): TemplatePage {
  const { width, height } = sheet;
  const { accent } = snapshot.issuer;
  const places = placesFor(snapshot, sheet, turned);
  const texts = textsFor(snapshot);
  const [achievement] = snapshot.achievements;
  const mark = spellMark(achievement?.mark ?? null, snapshot.language);
  const maximum = spellMark(achievement?.maximumMark ?? null, snapshot.language);
  const { left } = places;
  const inner = width - 2 * left;
  const besideCode = inner - (turned === 'landscape' ? 140 : 120);
  const signed = signatures(snapshot, left, places.signatures, besideCode);
  const named = fittedName(snapshot.recipient.name, { ...places.name, width: inner }, accent);
  const completed = fittedName(achievement?.name ?? '', places.module, INK);
  const remark = { width: besideCode, height: 22, largest: 9.5, oneLineFrom: 9, lineHeight: 1.15 };
  return {
    width,
    height,
    tree: h(
      { width, height, position: 'relative' },
      at(left, places.masthead, inner, h(MIDDLE, masthead(snapshot, inner))),
      at(left, places.title.y, inner, as('H1', heading(snapshot, places, inner))),
      at(left, places.certifies, inner, quiet(texts.certifies, inner)),
      at(left, places.name.y, inner, h({ ...MIDDLE, height: places.name.box }, as('H2', named))),
      at(left, places.completed, inner, quiet(texts.completed.module(1), inner)),
      at(left, places.module.y, inner, h({ ...MIDDLE, height: places.module.box }, as('H2', completed))),
      at(left, places.mark, inner, quiet(texts.withMark(mark, maximum), inner)),
      at(left, places.signatures, besideCode, signed.tree),
      texts.note
        ? at(
            left,
            places.note,
            besideCode,
            fitted(texts.note, remark, { font: 'note', color: QUIET, align: 'flex-start' }),
          )
        : null,
      at(left, places.proof - 76, inner, proof(snapshot, inner), { height: 76, justifyContent: 'flex-end' }),
    ),
    art: [
      ...rosette(width / 2, turned === 'landscape' ? height / 2 : height * 0.46, places.rosette, accent, 0.1),
      ...frame(width, height, 26, accent),
      logo(snapshot, width / 2, places.logo.y, places.logo.size),
      rule(width / 2 - 40, places.rule, 80, accent, 0.8),
      ...signed.art,
      ...seal(snapshot, aboveProofCode(width - left), places.seal.y, places.seal.radius),
      proofCode(snapshot, width - left, places.proof),
    ],
  };
}

export const moduleCertificate = defineTemplate({
  key: 'module-certificate',
  version: 1,
  name: { en: 'Classical', es: 'Clásico' },
  kinds: ['module'],
  schema: z.strictObject({ paper, orientation }),
  pages: (snapshot, options) => [
    page(snapshot, sheetOf(options.paper, options.orientation), options.orientation),
  ],
});
