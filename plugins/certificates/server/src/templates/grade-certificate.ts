import { z } from 'zod';
import type { Achievement } from '../../../shared/contracts/certificate';
import type { Snapshot } from '../../../shared/snapshot';
import type { DrawItem } from '../rendering/display-list';
import { frame, rosette, rule, seal } from '../rendering/art/ornament';
import { h, type Element } from '../rendering/layout/element';
import { clean } from '../rendering/text/clean';
import { at, display, HAIRLINE, label, logo, masthead, proof, proofCode, QUIET, recipientName, signatures, strong, text } from './parts';
import { spellMark, textsOf } from './texts';
import type { Template, TemplatePage } from './template';

/** A4 portrait. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const LEFT = 72;
const INNER = WIDTH - 2 * LEFT;

/** Rows of the table by page: the first carries the heading, the last the signatures, all the proof. */
const ROW = 21;
const FIRST_TOP = 330;
const NEXT_TOP = 150;
const TABLE_BOTTOM = 630;
const ROWS_FIRST = Math.floor((TABLE_BOTTOM - FIRST_TOP) / ROW) - 1;
const ROWS_NEXT = Math.floor((TABLE_BOTTOM - NEXT_TOP) / ROW) - 1;

/** One page's share of the modules; the last page is never empty unless it is the only one. */
export function paginate(achievements: Achievement[]): Achievement[][] {
  const pages = [achievements.slice(0, ROWS_FIRST)];
  for (let from = ROWS_FIRST; from < achievements.length; from += ROWS_NEXT) pages.push(achievements.slice(from, from + ROWS_NEXT));
  return pages;
}

function table(snapshot: Snapshot, rows: Achievement[], top: number): { tree: Element; art: DrawItem[] } {
  const texts = textsOf(snapshot.language);
  const line = (code: Element, name: Element, mark: Element) =>
    h(
      { flexDirection: 'row', height: ROW, alignItems: 'center', width: INNER },
      h({ width: 78 }, code),
      h({ width: INNER - 78 - 84 }, name),
      h({ width: 84, alignItems: 'flex-end' }, mark),
    );
  const width = INNER - 78 - 84 - 12;
  return {
    tree: at(
      LEFT,
      top,
      INNER,
      h(
        {},
        line(label(texts.code), label(texts.module), label(texts.mark)),
        ...rows.map(({ code, name, mark, maximumMark }) =>
          line(
            strong(clean(code), 9, { color: snapshot.issuer.accent }),
            text(clean(name), 10, { width, lineClamp: 1, wordBreak: 'break-word' }),
            h(
              { flexDirection: 'row', alignItems: 'baseline' },
              strong(spellMark(mark, snapshot.language), 10),
              text(` / ${spellMark(maximumMark, snapshot.language)}`, 8, { color: QUIET, marginLeft: 2 }),
            ),
          ),
        ),
      ),
    ),
    art: [
      rule(LEFT, top + ROW, INNER, snapshot.issuer.accent, 0.8),
      ...rows.map((_, index) => rule(LEFT, top + ROW * (index + 2), INNER, HAIRLINE)),
    ],
  };
}

function heading(snapshot: Snapshot): Element[] {
  const texts = textsOf(snapshot.language);
  const centred = { alignItems: 'center' };
  return [
    at(LEFT, 88, INNER, h(centred, masthead(snapshot))),
    at(LEFT, 122, INNER, h(centred, display(texts.title.grade, 36))),
    at(LEFT, 184, INNER, h(centred, text(texts.certifies, 10.5, { color: QUIET }))),
    at(
      LEFT,
      204,
      INNER,
      h({ ...centred, height: 78, justifyContent: 'center' }, recipientName(snapshot.recipient.name, INNER, snapshot.issuer.accent)),
    ),
    at(LEFT, 292, INNER, h(centred, text(texts.completed.grade(snapshot.achievements.length), 10.5, { color: QUIET, textAlign: 'center' }))),
  ];
}

function page(snapshot: Snapshot, rows: Achievement[], number: number, pages: number): TemplatePage {
  const { accent } = snapshot.issuer;
  const texts = textsOf(snapshot.language);
  const isFirst = number === 1;
  const top = isFirst ? FIRST_TOP : NEXT_TOP;
  const modules = table(snapshot, rows, top);
  const signed = signatures(snapshot, LEFT, 690, INNER - 120);
  return {
    width: WIDTH,
    height: HEIGHT,
    tree: h(
      { width: WIDTH, height: HEIGHT, position: 'relative' },
      ...(isFirst
        ? heading(snapshot)
        : [
            at(LEFT, 88, INNER, h({ alignItems: 'center' }, masthead(snapshot))),
            at(LEFT, 112, INNER, h({ alignItems: 'center' }, strong(clean(snapshot.recipient.name), 11, { lineClamp: 1, wordBreak: 'break-word' }))),
          ]),
      modules.tree,
      at(LEFT, 690, INNER - 120, signed.tree),
      at(LEFT, 712, INNER, proof(snapshot, INNER), { height: 76, justifyContent: 'flex-end' }),
      pages > 1 ? at(LEFT, 40, INNER, h({ alignItems: 'center' }, text(texts.page(number, pages), 7.5, { color: QUIET }))) : null,
    ),
    art: [
      ...rosette(WIDTH / 2, 470, 190, accent, 0.1),
      ...frame(WIDTH, HEIGHT, 26, accent),
      logo(snapshot, WIDTH / 2, 54, 26),
      ...(isFirst ? [rule(WIDTH / 2 - 40, 284, 80, accent, 0.8)] : []),
      ...modules.art,
      ...signed.art,
      ...seal(WIDTH - LEFT - 40, 668, 40, accent, snapshot.issuer.logoPath),
      proofCode(snapshot, WIDTH - LEFT, 788),
    ],
  };
}

export const gradeCertificate: Template = {
  key: 'grade-certificate',
  version: 1,
  schema: z.strictObject({}),
  pages(snapshot) {
    const shares = paginate(snapshot.achievements);
    return shares.map((rows, index) => page(snapshot, rows, index + 1, shares.length));
  },
};
