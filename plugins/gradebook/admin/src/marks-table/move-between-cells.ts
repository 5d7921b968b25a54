import type { KeyboardEvent } from 'react';
import type { Cell } from '../editing/draft-view';

/** On the text field of a cell: how the keys, and a save that is refused, find it. */
export const cellAttributes = ({ key, field }: Cell) => ({
  'data-gradebook-key': key,
  'data-gradebook-field': field,
});

/**
 * Where a key leads from a mark, as in a spreadsheet: Up, Down, Enter and Shift+Enter to the mark above or below, with Ctrl or
 * Cmd Home and End to the first and the last; at the ends they stay (M2). null: the key means something else here.
 * @param order the rows, in order, drawn or not.
 */
export function markAfterKey(event: KeyboardEvent<HTMLElement>, order: string[]): string | null {
  const here = event.target;
  if (!(here instanceof HTMLInputElement) || here.dataset.gradebookField !== 'mark') return null;
  // Enter that ends the composition of a character belongs to the input method.
  if (event.altKey || event.nativeEvent.isComposing) return null;
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'Home') return order[0] ?? null;
    return key === 'End' ? (order.at(-1) ?? null) : null;
  }
  const down = key === 'ArrowDown' || (key === 'Enter' && !shiftKey);
  const up = key === 'ArrowUp' || (key === 'Enter' && shiftKey);
  if (!down && !up) return null;
  const index = order.indexOf(here.dataset.gradebookKey ?? '') + (down ? 1 : -1);
  return order[Math.min(Math.max(index, 0), order.length - 1)] ?? null;
}

/** Puts the caret into a cell, if it is drawn. @returns whether it is. */
export function focusCell(within: HTMLElement | null, { key, field }: Cell): boolean {
  const selector = `[data-gradebook-key="${CSS.escape(key)}"][data-gradebook-field="${field}"]`;
  const found = within?.querySelector<HTMLElement>(selector);
  if (!found) return false;
  found.focus();
  if (found instanceof HTMLInputElement) found.select();
  found.scrollIntoView({ block: 'nearest' });
  return true;
}
