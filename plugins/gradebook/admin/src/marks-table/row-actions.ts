import type { GradebookRow } from '../../../shared/contracts/gradebook';
import type { Field } from '../editing/draft';

/** What can be done in a row. The functions stay the same from one drawing to the next, so that rows need not follow. */
export interface RowActions {
  type(key: string, field: Field, text: string): void;
  /** Lays pasted values downward, beginning with this row. */
  fill(key: string, values: string[]): void;
  keepMine(key: string, field: Field): void;
  takeTheirs(key: string, field: Field): void;
  showHistory(row: GradebookRow): void;
}
