import { stringify } from 'csv-stringify/sync';
import type { GradebookRow } from '../../../shared/contracts/gradebook';
import { writeMark } from '../../../shared/read-mark';
import { headingsIn } from './headings';

/**
 * The marks of a class as a file that the spreadsheets of this language open by a double click: with a byte order mark, and
 * in Spanish with semicolons, since the comma is the decimal sign. A cell that a spreadsheet would run as a formula begins
 * with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function writeCsv(rows: GradebookRow[], language: 'en' | 'es'): string {
  const records = rows.map(({ username, studentName, mark, feedback, revision }) => [
    username,
    studentName,
    writeMark(mark, language),
    feedback,
    String(revision),
  ]);
  return stringify([headingsIn(language), ...records], {
    bom: true,
    delimiter: language === 'es' ? ';' : ',',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

/** What `writeCsv` wrote: without the apostrophe that keeps a spreadsheet from running a cell. */
export const withoutDefusing = (cell: string): string =>
  /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
