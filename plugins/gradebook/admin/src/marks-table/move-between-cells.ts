import type { KeyboardEvent } from 'react';
import type { Cell } from '../editing/draft-view';

/** On the text field of a cell: how the keys, and a save that is refused, find it. */
export const cellAttributes = ({ key, field }: Cell) => ({
  'data-gradebook-key': key,
  'data-gradebook-field': field,
});

const MARK_FIELDS = 'input[data-gradebook-field="mark"]';

/** Up, Down, Enter and Shift+Enter go to the mark above or below, as in a spreadsheet; at the ends they stay (M2). */
export function moveBetweenMarks(event: KeyboardEvent<HTMLElement>): void {
  const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
  const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
  // Enter that ends the composition of a character belongs to the input method.
  if (!(down || up) || event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
    return;
  const here = event.target;
  if (!(here instanceof HTMLInputElement) || !here.matches(MARK_FIELDS)) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>(MARK_FIELDS)];
  const next = fields[fields.indexOf(here) + (down ? 1 : -1)];
  next?.focus();
  next?.select();
}

/** Puts the caret into a cell, if it is on the page. @returns whether it is. */
export function focusCell(within: HTMLElement | null, { key, field }: Cell): boolean {
  const selector = `[data-gradebook-key="${CSS.escape(key)}"][data-gradebook-field="${field}"]`;
  const found = within?.querySelector<HTMLElement>(selector);
  found?.focus();
  found?.scrollIntoView({ block: 'nearest' });
  return Boolean(found);
}
