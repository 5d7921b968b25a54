import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { quantile } from '../../scripts/bench/statistics.ts';
import { table } from '../../scripts/bench/table.ts';

/** What one fault test has seen. Counts that it does not count are left out. */
export interface FaultRow {
  /** The statement and what was done, such as "P4 d: a job that kills its process". */
  test: string;
  kills?: number;
  jobs?: number;
  /** Neither done nor waiting at the end. */
  lost?: number;
  /** Done more than once. */
  twice?: number;
  /** How long each took from the fault until it was made good, in milliseconds. */
  recoveryMs?: number[];
}

const fileIn = (folder: string) => path.join(folder, 'faults.jsonl');

/** Tests run in processes of their own, one after the other; each adds its lines. */
export function addFaultRow(row: FaultRow): void {
  const folder = process.env.LUMINO_DATA_DIR;
  if (folder && existsSync(folder)) appendFileSync(fileIn(folder), `${JSON.stringify(row)}\n`);
}

const sumOf = (test: string, rows: FaultRow[]): FaultRow => {
  const sum = (of: (row: FaultRow) => number | undefined) =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    test,
    kills: sum(({ kills }) => kills),
    jobs: sum(({ jobs }) => jobs),
    lost: sum(({ lost }) => lost),
    twice: sum(({ twice }) => twice),
    recoveryMs: rows.flatMap(({ recoveryMs = [] }) => recoveryMs),
  };
};

/** Prints what the tests of a run have seen; nothing when none has. @param folder the `LUMINO_DATA_DIR` of the run. */
export function printFaultTable(folder: string): void {
  if (!existsSync(fileIn(folder))) return;
  const rows = readFileSync(fileIn(folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FaultRow);
  const crashes = rows.filter(({ test }) => /^P1 (?!control)/.test(test));
  if (crashes.length > 1) rows.push(sumOf('P1 in all, without the controls', crashes));
  const count = (value?: number) => (value === undefined ? '' : String(value));
  const seconds = (values: number[] | undefined, part: number) =>
    values?.length ? `${(quantile(values, part) / 1000).toFixed(1)} s` : '';
  console.log(
    `\n${table(
      ['fault', 'kills', 'jobs', 'lost', 'twice', 'recovery p50', 'p99', 'max'],
      rows.map(({ test, kills, jobs, lost, twice, recoveryMs }) => [
        ...[test, count(kills), count(jobs), count(lost), count(twice)],
        ...[0.5, 0.99, 1].map((part) => seconds(recoveryMs, part)),
      ]),
    )}`,
  );
}
