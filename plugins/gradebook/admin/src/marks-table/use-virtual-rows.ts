import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useRef, type FocusEvent, type RefObject } from 'react';

/** A class up to here is drawn whole: the browser's own search finds everybody in it. */
const DRAWN_WHOLE = 100;
const OVERSCAN = 8;
/** Pixels, until a row is measured. */
const ROW_HEIGHT = 66;
const HEADING_HEIGHT = 56;

export interface VirtualRows {
  items: VirtualItem[];
  /** Pixels of empty room before an item, after the one above it. */
  gapBefore(index: number): number;
  gapAfter: number;
  measure: (row: HTMLElement | null) => void;
  scrollTo(index: number): void;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Draws only the rows in sight of a long class, and the one that has the caret, wherever it is: a row that is taken away
 * takes the caret with it.
 */
export function useVirtualRows(frame: RefObject<HTMLElement>, keys: string[]): VirtualRows {
  const focused = useRef<string | null>(null);
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: keys.length <= DRAWN_WHOLE ? DRAWN_WHOLE : OVERSCAN,
    getItemKey: (index) => keys[index] ?? index,
    scrollPaddingStart: HEADING_HEIGHT,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      const held = focused.current === null ? -1 : keys.indexOf(focused.current);
      return held === -1 || inSight.includes(held) ? inSight : [...inSight, held].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  return {
    items,
    gapBefore: (index) => (items[index]?.start ?? 0) - (items[index - 1]?.end ?? 0),
    gapAfter: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onFocus: (event) => {
      focused.current = event.target.closest<HTMLElement>('tr[data-row-key]')?.dataset.rowKey ?? null;
    },
  };
}
