import { useCallback, useEffect, useState, type RefObject } from 'react';
import type { Cell } from '../editing/draft-view';
import { focusCell } from './move-between-cells';

/**
 * Brings a cell before the teacher's eyes and puts the caret into it. The cell may stand on another page of the table or
 * be hidden by a search: then `turnTo` is called and the caret follows once the row has been drawn.
 */
export function useShownCell(
  table: RefObject<HTMLElement>,
  turnTo: (key: string) => void,
): (cell: Cell) => void {
  const [wanted, setWanted] = useState<Cell | null>(null);
  // After each drawing, not only when something known changes: which one brings the row is the router's affair.
  useEffect(() => {
    if (wanted && focusCell(table.current, wanted)) setWanted(null);
  });
  return useCallback(
    (cell: Cell) => {
      if (focusCell(table.current, cell)) return;
      turnTo(cell.key);
      setWanted(cell);
    },
    [table, turnTo],
  );
}
