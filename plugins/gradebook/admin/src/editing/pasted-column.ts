/**
 * The first column of what a spreadsheet puts on the clipboard: a line for each row, tabs between columns, a line break
 * after the last row that is no row of its own. An empty line in between is an empty cell.
 */
export function pastedColumn(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.split('\t')[0] ?? '').trim().replace(/^"(.*)"$/, '$1'));
}

export interface Filled {
  cells: { enrollmentKey: string; text: string }[];
  /** Values that found no student below. */
  left: number;
}

/** Lays values downward from a row on. `order` is the order of the rows on the screen, over all pages. */
export function fillDown(order: string[], from: string, values: string[]): Filled {
  const start = order.indexOf(from);
  const below = start === -1 ? [] : order.slice(start, start + values.length);
  return {
    cells: below.map((enrollmentKey, index) => ({ enrollmentKey, text: values[index] ?? '' })),
    left: values.length - below.length,
  };
}
