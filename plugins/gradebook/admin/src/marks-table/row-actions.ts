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

/** What a row shows that is not of the draft. The same object from one drawing to the next, where nothing changed. */
export interface RowSurroundings {
  /** A student's page on the site is this and the username. */
  studentPages: string;
  /** Where each student stands with the certificate of the module, by studentKey; empty while nobody knows. */
  certificates: ReadonlyMap<string, CertificateStanding>;
}

/** Has one; could have one now. */
export type CertificateStanding = 'issued' | 'ready';
