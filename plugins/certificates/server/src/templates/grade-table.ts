import type { Achievement } from '../../../shared/contracts/certificate';
import type { Snapshot } from '../../../shared/snapshot';
import { rule } from '../rendering/art/ornament';
import type { DrawItem } from '../rendering/display-list';
import { as, type Element, h } from '../rendering/layout/element';
import { widthOf } from '../rendering/fonts/font-files';
import { clean } from '../rendering/text/clean';
import { breakLines, measure } from '../rendering/text/break-lines';
import { fit, pointsApart } from '../rendering/text/fit';
import { at, HAIRLINE, label, NOWRAP, QUIET, set } from './parts';
import { spellMark, textsOf } from './texts';

/** Points. The heading of the table is as high as a row of one line. */
export const ROW = 21;
const LINE = 12;
/** Of the first line in its row. */
const ABOVE = 5;
const NAME_SIZE = 10;
/** Of the highest mark there is, behind that which was reached. */
const MOST_SIZE = 8;
const COLUMNS = { code: 78, mark: 84, gap: 8 };

export interface Row extends Achievement {
  codeLines: string[];
  codeSize: number;
  nameLines: string[];
  /** Points between the lines of the name. */
  apart: number;
  /** Points. */
  height: number;
}

/** Rows with their lines, as the width of the table breaks them: a long name takes several lines and is shown whole. */
export const rowsOf = (achievements: Achievement[], width: number): Row[] =>
  achievements.map((achievement) => {
    const nameWidth = width - COLUMNS.code - COLUMNS.mark - COLUMNS.gap;
    const nameLines = breakLines(measure(clean(achievement.name), 'text'), nameWidth / NAME_SIZE);
    const room = {
      width: COLUMNS.code - COLUMNS.gap,
      height: 24,
      largest: 9,
      oneLineFrom: 6.5,
      lineHeight: 1.2,
    };
    const { lines: codeLines, size: codeSize } = fit(clean(achievement.code), 'textBold', room);
    const apart = nameLines.length > 1 ? pointsApart(nameLines, 'text', NAME_SIZE, LINE / NAME_SIZE) : LINE;
    const below = (lines: string[], points: number) => Math.max(0, lines.length - 1) * points;
    const height = ROW + Math.max(below(nameLines, apart), below(codeLines, LINE));
    return { ...achievement, codeLines, codeSize, nameLines, apart, height };
  });

/**
 * Shares rows out to pages whose tables may be `first` and `next` points high, headings of the tables included. No page
 * but an only one is without rows.
 */
export function paginate<T extends { height: number }>(rows: T[], first: number, next: number): T[][] {
  const pages: T[][] = [[]];
  let left = first - ROW;
  for (const row of rows) {
    if (row.height > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = next - ROW;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  return pages;
}

/** The table of modules and marks, its upper left corner at (left, top). */
export function gradeTable(
  snapshot: Snapshot,
  rows: Row[],
  left: number,
  top: number,
  width: number,
): { tree: Element; art: DrawItem[] } {
  const texts = textsOf(snapshot.language);
  const { accent } = snapshot.issuer;
  const line = (role: 'TH' | 'TD', height: number, code: Element, name: Element, mark: Element) =>
    as(
      'TR',
      h(
        // Satori adds padding to heights.
        { flexDirection: 'row', height: height - ABOVE, paddingTop: ABOVE, width },
        as(role, h({ width: COLUMNS.code }, code)),
        as(role, h({ width: width - COLUMNS.code - COLUMNS.mark }, name)),
        as(role, h({ width: COLUMNS.mark, alignItems: 'flex-end' }, mark)),
      ),
    );
  // Smaller sizes are moved down by hand, so that all baselines of a row are in one line.
  const down = (size: number) => (NAME_SIZE - size) * 0.8;
  const lines = (parts: string[], size: number, apart: number) => ({
    lines: parts,
    size,
    lineHeight: apart / size,
  });
  const code = ({ codeLines, codeSize }: Row) => {
    const box = { width: COLUMNS.code, height: codeLines.length * LINE };
    const look = { align: 'flex-start', color: accent, font: 'textBold' } as const;
    return h({ paddingTop: down(codeSize) }, set(lines(codeLines, codeSize, LINE), box, look));
  };
  const name = ({ nameLines, apart }: Row) => {
    const box = { width: width - COLUMNS.code - COLUMNS.mark, height: nameLines.length * apart };
    // The first baseline stays where that of the code and the mark is.
    const style = { marginTop: (LINE - apart) / 2 };
    return h(style, set(lines(nameLines, NAME_SIZE, apart), box, { align: 'flex-start' }));
  };
  const mark = (row: Row) => {
    const [reached, most] = [row.mark, row.maximumMark].map((value) => spellMark(value, snapshot.language));
    const ofMost = `/ ${most}`;
    const width = widthOf(ofMost, 'text', MOST_SIZE);
    const value = { width: COLUMNS.mark - width - 2, height: LINE };
    return h(
      { flexDirection: 'row' },
      set(lines([reached as string], NAME_SIZE, LINE), value, { align: 'flex-end', font: 'textBold' }),
      h(
        { paddingTop: down(MOST_SIZE), marginLeft: 2 },
        set(lines([ofMost], MOST_SIZE, LINE), { width, height: LINE }, { align: 'flex-end', color: QUIET }),
      ),
    );
  };
  const rules = rows.reduce<number[]>(
    (ends, { height }) => [...ends, (ends.at(-1) ?? top + ROW) + height],
    [],
  );
  return {
    tree: at(
      left,
      top,
      width,
      as(
        'Table',
        h(
          {},
          line('TH', ROW, label(texts.code, NOWRAP), label(texts.module, NOWRAP), label(texts.mark, NOWRAP)),
          ...rows.map((row) => line('TD', row.height, code(row), name(row), mark(row))),
        ),
      ),
    ),
    art: [rule(left, top + ROW, width, accent, 0.8), ...rules.map((y) => rule(left, y, width, HAIRLINE))],
  };
}
