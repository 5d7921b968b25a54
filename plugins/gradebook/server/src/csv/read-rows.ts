import { CsvError, parse } from 'csv-parse/sync';
import { COLUMNS, type Column, headingOf } from './headings';

export interface CsvRow {
  /** Of the file, the heading being 1: as a spreadsheet counts. */
  row: number;
  cells: Partial<Record<Column, string>>;
}

export type ReadRows =
  | { ok: true; rows: CsvRow[] }
  /** `row` is where it goes wrong; null where it is the heading that is no heading. */
  | { ok: false; problem: 'unreadable' | 'no-heading' | 'heading-twice'; row: number | null };

const DELIMITERS = [',', ';', '\t'];

/** Excel writes what its user's decimal sign leaves free, so the heading tells. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const heading = end === -1 ? text : text.slice(0, end);
  const count = (delimiter: string): number => heading.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] as string;
}

/** The rows of a CSV text, by the names of its columns; empty rows are left out. */
export function readRows(text: string): ReadRows {
  let records: string[][];
  try {
    records = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, problem: 'unreadable', row: Number(error.records ?? 0) + 1 };
  }
  const headings = (records[0] ?? []).map(headingOf);
  const placeOf = new Map<Column, number>();
  for (const column of COLUMNS) {
    const places = headings.flatMap((heading, index) => (heading === column ? [index] : []));
    if (places.length > 1) return { ok: false, problem: 'heading-twice', row: 1 };
    if (places[0] !== undefined) placeOf.set(column, places[0]);
  }
  if (!placeOf.has('username') || !placeOf.has('mark'))
    return { ok: false, problem: 'no-heading', row: null };

  const rows = records.slice(1).map((record, index) => ({
    row: index + 2,
    cells: Object.fromEntries([...placeOf].map(([column, place]) => [column, record[place] ?? ''])),
  }));
  // Behind the last row a spreadsheet leaves rows of separators alone.
  return { ok: true, rows: rows.filter(({ cells }) => Object.values(cells).some((cell) => cell?.trim())) };
}
