import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { table } from '../../scripts/bench/table.ts';
import type { Result } from '../../scripts/testing/result.ts';

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

const PROMISES: Record<string, string> = {
  P6: 'access',
  P7: 'guesses',
  P8: 'sessions',
  P9: 'the edge',
  P10: 'files',
  P11: 'verification',
  P14: 'personal data',
};

/**
 * Prints what the tests of a run have tried, for each promise how many tests of it passed, and last what fell through.
 * @param folder the `LUMINO_DATA_DIR` of the run
 */
export function printTried(folder: string, { tests = [], failed }: Result): void {
  const rows: Tried[] = existsSync(fileIn(folder))
    ? readFileSync(fileIn(folder), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  const lines = Object.entries(PROMISES).flatMap(([promise, what]) => {
    const own = tests.filter(({ name }) => new RegExp(`\\b${promise}\\b`).test(name));
    const through = own.filter(({ passed }) => !passed).length;
    return [
      [`${promise} ${what}`, '', String(own.length), String(through)],
      ...rows.filter((row) => row.promise === promise).map((row) => [`    ${row.what}`, String(row.count)]),
    ];
  });
  console.log(`\n${table(['tried', 'times', 'tests', 'fell through'], lines)}`);
  for (const { name, passed } of tests) if (!passed) console.error(`✗ ${name}`);
  if (failed === 0) console.log('\n✓ Nothing fell through');
}
