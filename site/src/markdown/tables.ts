import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

const CAPTION = /^(?:Table|Tabla):\s+/;

/**
 * Cells that head a column or a row say so. A paragraph that begins with `Table: ` directly after or
 * before it is its caption, as in Pandoc. A wide table scrolls inside itself, also by keyboard.
 */
export const rehypeTables = () => (tree: Root) => {
  visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || !parent || index === undefined) return;
    headCells(table);
    for (const at of [neighbour(parent.children, index, 1), neighbour(parent.children, index, -1)]) {
      const paragraph = parent.children[at];
      if (paragraph?.type !== 'element' || paragraph.tagName !== 'p' || !CAPTION.test(toString(paragraph)))
        continue;
      const first = paragraph.children[0];
      if (first?.type !== 'text') continue;
      first.value = first.value.replace(CAPTION, '');
      table.children.unshift({ ...paragraph, tagName: 'caption' });
      // Emptied and not removed: the walk goes by numbers.
      parent.children[at] = { type: 'text', value: '' };
      break;
    }
    const scroll: Element = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['scroll'], tabIndex: 0 },
      children: [table],
    };
    parent.children[index] = scroll;
    return SKIP;
  });
};

/**
 * Markdown's header cells head their columns. One that is empty heads none; where it is the first, the cells below it head
 * their rows.
 */
function headCells(table: Element): void {
  const rows: Element[] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'tr') rows.push(node);
  });
  const cellsOf = (row: Element) => row.children.filter((cell): cell is Element => cell.type === 'element');
  const [header, ...body] = rows;
  for (const [column, cell] of (header ? cellsOf(header) : []).entries()) {
    if (toString(cell).trim() !== '') cell.properties.scope = 'col';
    else {
      cell.tagName = 'td';
      if (column === 0) for (const row of body) headRow(cellsOf(row)[0]);
    }
  }
}

function headRow(cell: Element | undefined): void {
  if (!cell || toString(cell).trim() === '') return;
  cell.tagName = 'th';
  cell.properties.scope = 'row';
}

/** The place of the next node in a direction that is more than white space. */
function neighbour(nodes: { type: string; value?: string }[], from: number, step: 1 | -1): number {
  let at = from + step;
  while (nodes[at]?.type === 'text' && !nodes[at]?.value?.trim()) at += step;
  return at;
}
