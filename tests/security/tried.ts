import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { table } from '../../scripts/bench/table.ts';

interface Tried {
  promise: string;
  what: string;
  count: number;
}

const fileIn = (folder: string) => path.join(folder, 'tried.jsonl');

/** Notes what a test has tried without success; one that something fell through fails before it comes to this. */
export function tried(promise: string, what: string, count: number): void {
  const folder = process.env.LUMINO_DATA_DIR;
  if (folder && existsSync(folder))
    appendFileSync(fileIn(folder), `${JSON.stringify({ promise, what, count })}\n`);
}

/** Prints what the tests of a run have tried. @param folder the `LUMINO_DATA_DIR` of the run. */
export function printTried(folder: string): void {
  if (!existsSync(fileIn(folder))) return;
  const rows: Tried[] = readFileSync(fileIn(folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  rows.sort((a, b) => a.promise.localeCompare(b.promise, 'en', { numeric: true }));
  console.log(
    `\n${table(
      ['', 'tried', 'times'],
      rows.map(({ promise, what, count }) => [promise, what, String(count)]),
    )}`,
  );
}
