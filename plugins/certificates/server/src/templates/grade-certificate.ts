import { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import { frame, rosette, rule } from '../rendering/art/ornament';
import { as, type Element, h } from '../rendering/layout/element';
import { gradeTable, paginate, type Row, rowsOf } from './grade-table';
import { logo, masthead, seal } from './issuer-parts';
import { at, fitted, fittedName, INK, QUIET } from './parts';
import { paper, type Sheet, sheetOf } from './paper';
import { aboveProofCode, proof, proofCode } from './proof-parts';
import { signatures } from './signature-parts';
import { defineTemplate, type TemplatePage } from './template';
import { textsFor } from './texts';

/** Points; as wide as A4 leaves it, on US Letter as well. */
const INNER = 595.28 - 2 * 72;

/** Where the table stands: on the first page below the heading, on the next ones below the name. */
const FIRST_TOP = 330;
const NEXT_TOP = 150;
/** From the bottom of A4, which the rest keeps its distance from on other paper. */
const A4_HEIGHT = 841.89;
const TABLE_BOTTOM = 620;
const SIGNATURES = 690;
/** Room below the names takes some from the handwriting above them, and none from the table. */
const SIGNATURES_WITH_NOTE = 661;
const NOTE = 693;
const SEAL = { y: 661, radius: 38 };
const NAME = { width: INNER, height: 67, largest: 42, oneLineFrom: 26 };
const NAME_AGAIN = { width: INNER, height: 30, largest: 17, oneLineFrom: 12 };
const TITLE = { width: INNER, height: 54, largest: 36, oneLineFrom: 22, lineHeight: 1.1 };
const QUIET_LINE = { width: INNER, height: 17, largest: 10.5, oneLineFrom: 8.5, lineHeight: 1.2 };
const PAGE_NUMBER = { width: INNER, height: 9, largest: 7.5, oneLineFrom: 7, lineHeight: 1.2 };
const REMARK = { width: INNER - 120, height: 22, largest: 9.5, oneLineFrom: 9, lineHeight: 1.15 };

const MIDDLE = { alignItems: 'center', justifyContent: 'center' };

const quiet = (line: string): Element => fitted(line, QUIET_LINE, { color: QUIET });

function heading(snapshot: Snapshot, left: number): Element[] {
  const texts = textsFor(snapshot);
  const title = fitted(texts.title.grade, TITLE, { font: 'display' });
  const name = fittedName(snapshot.recipient.name, NAME, snapshot.issuer.accent);
  return [
    at(left, 122, INNER, as('H1', title)),
    at(left, 184, INNER, quiet(texts.certifies)),
    at(left, 204, INNER, h({ ...MIDDLE, height: 78 }, as('H2', name))),
    at(left, 296, INNER, quiet(texts.completed.grade(snapshot.achievements.length))),
  ];
}

const continuation = (snapshot: Snapshot, left: number): Element[] => [
  at(left, 110, INNER, as('P', fittedName(snapshot.recipient.name, NAME_AGAIN, INK))),
];

function page(snapshot: Snapshot, sheet: Sheet, rows: Row[], number: number, pages: number): TemplatePage {
  const { width, height } = sheet;
  const { accent } = snapshot.issuer;
  const texts = textsFor(snapshot);
  const left = (width - INNER) / 2;
  const lower = (y: number): number => y + Math.round(height - A4_HEIGHT);
  const isFirst = number === 1;
  const modules = gradeTable(snapshot, rows, left, isFirst ? FIRST_TOP : NEXT_TOP, INNER);
  const signing = lower(texts.note ? SIGNATURES_WITH_NOTE : SIGNATURES);
  const signed = signatures(snapshot, left, signing, INNER - 120);
  return {
    width,
    height,
    tree: h(
      { width, height, position: 'relative' },
      at(left, 88, INNER, h(MIDDLE, masthead(snapshot, INNER))),
      ...(isFirst ? heading(snapshot, left) : continuation(snapshot, left)),
      modules.tree,
      at(left, signing, INNER - 120, signed.tree),
      texts.note
        ? at(
            left,
            lower(NOTE),
            INNER - 120,
            fitted(texts.note, REMARK, { font: 'note', color: QUIET, align: 'flex-start' }),
          )
        : null,
      at(left, lower(712), INNER, proof(snapshot, INNER), { height: 76, justifyContent: 'flex-end' }),
      pages > 1
        ? at(left, lower(794), INNER, fitted(texts.page(number, pages), PAGE_NUMBER, { color: QUIET }))
        : null,
    ),
    art: [
      ...rosette(width / 2, lower(470), 190, accent, 0.1),
      ...frame(width, height, 26, accent),
      logo(snapshot, width / 2, 54, 26),
      ...(isFirst ? [rule(width / 2 - 40, 286, 80, accent, 0.8)] : []),
      ...modules.art,
      ...signed.art,
      ...seal(snapshot, aboveProofCode(left + INNER), lower(SEAL.y), SEAL.radius),
      proofCode(snapshot, left + INNER, lower(788)),
    ],
  };
}

export const gradeCertificate = defineTemplate({
  key: 'grade-certificate',
  version: 1,
  name: { en: 'Classical, with a table', es: 'Clásico, con tabla' },
  kinds: ['grade'],
  schema: z.strictObject({ paper }),
  pages(snapshot, options) {
    const sheet = sheetOf(options.paper, 'portrait');
    const bottom = TABLE_BOTTOM + Math.round(sheet.height - A4_HEIGHT);
    const shares = paginate(rowsOf(snapshot.achievements, INNER), bottom - FIRST_TOP, bottom - NEXT_TOP);
    return shares.map((share, index) => page(snapshot, sheet, share, index + 1, shares.length));
  },
});
