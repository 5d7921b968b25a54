import { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import { frame, rosette, rule, seal } from '../rendering/art/ornament';
import { as, h, type Element } from '../rendering/layout/element';
import { gradeTable, paginate, type Row, rowsOf } from './grade-table';
import {
  aboveProofCode,
  at,
  display,
  fittedName,
  INK,
  logo,
  masthead,
  proof,
  proofCode,
  QUIET,
  signatures,
  text,
} from './parts';
import { textsOf } from './texts';
import type { Template, TemplatePage } from './template';

/** A4 portrait. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const LEFT = 72;
const INNER = WIDTH - 2 * LEFT;

/** Where the table stands: on the first page below the heading, on the next ones below the name. */
const FIRST_TOP = 330;
const NEXT_TOP = 150;
const TABLE_BOTTOM = 620;
const SIGNATURES = 690;
const SEAL = { y: 661, radius: 38 };
const NAME = { width: INNER, height: 67, largest: 42, oneLineFrom: 26 };
const NAME_AGAIN = { width: INNER, height: 30, largest: 17, oneLineFrom: 12 };

const MIDDLE = { alignItems: 'center', justifyContent: 'center' };
const quiet = (line: string) => h(MIDDLE, text(line, 10.5, { color: QUIET, textAlign: 'center' }));

function heading(snapshot: Snapshot): Element[] {
  const texts = textsOf(snapshot.language);
  const name = fittedName(snapshot.recipient.name, NAME, snapshot.issuer.accent);
  return [
    at(LEFT, 122, INNER, h(MIDDLE, as('H1', display(texts.title.grade, 36)))),
    at(LEFT, 184, INNER, quiet(texts.certifies)),
    at(LEFT, 204, INNER, h({ ...MIDDLE, height: 78 }, as('H2', name))),
    at(LEFT, 296, INNER, quiet(texts.completed.grade(snapshot.achievements.length))),
  ];
}

const continuation = (snapshot: Snapshot): Element[] => [
  at(
    LEFT,
    110,
    INNER,
    h({ ...MIDDLE, height: 30 }, as('P', fittedName(snapshot.recipient.name, NAME_AGAIN, INK))),
  ),
];

function page(snapshot: Snapshot, rows: Row[], number: number, pages: number): TemplatePage {
  const { accent, logoPath } = snapshot.issuer;
  const isFirst = number === 1;
  const modules = gradeTable(snapshot, rows, LEFT, isFirst ? FIRST_TOP : NEXT_TOP, INNER);
  const signed = signatures(snapshot, LEFT, SIGNATURES, INNER - 120);
  const pageNumber = text(textsOf(snapshot.language).page(number, pages), 7.5, { color: QUIET });
  return {
    width: WIDTH,
    height: HEIGHT,
    tree: h(
      { width: WIDTH, height: HEIGHT, position: 'relative' },
      at(LEFT, 88, INNER, h(MIDDLE, masthead(snapshot, INNER))),
      ...(isFirst ? heading(snapshot) : continuation(snapshot)),
      modules.tree,
      at(LEFT, SIGNATURES, INNER - 120, signed.tree),
      at(LEFT, 712, INNER, proof(snapshot, INNER), { height: 76, justifyContent: 'flex-end' }),
      pages > 1 ? at(LEFT, 794, INNER, h(MIDDLE, pageNumber)) : null,
    ),
    art: [
      ...rosette(WIDTH / 2, 470, 190, accent, 0.1),
      ...frame(WIDTH, HEIGHT, 26, accent),
      logo(snapshot, WIDTH / 2, 54, 26),
      ...(isFirst ? [rule(WIDTH / 2 - 40, 286, 80, accent, 0.8)] : []),
      ...modules.art,
      ...signed.art,
      ...seal(aboveProofCode(WIDTH - LEFT), SEAL.y, SEAL.radius, accent, logoPath),
      proofCode(snapshot, WIDTH - LEFT, 788),
    ],
  };
}

export const gradeCertificate: Template = {
  key: 'grade-certificate',
  version: 1,
  schema: z.strictObject({}),
  pages(snapshot) {
    const rows = rowsOf(snapshot.achievements, INNER);
    const shares = paginate(rows, TABLE_BOTTOM - FIRST_TOP, TABLE_BOTTOM - NEXT_TOP);
    return shares.map((share, index) => page(snapshot, share, index + 1, shares.length));
  },
};
