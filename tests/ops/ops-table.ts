import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { table } from '../../scripts/bench/table.ts';

/** What happened to learners while something was done to the servers. */
export interface OpsRow {
  /** What was done, such as "kill lumino-cms@blue-1". */
  during: string;
  requests?: number;
  failed?: number;
  /** Sent again by a browser, whose kept connection was closed as it was used. */
  resent?: number;
  /** Certificates that were asked for. */
  asked?: number;
  lost?: number;
  /** Mails beyond one for each. */
  twice?: number;
}

const fileIn = (folder: string) => path.join(folder, 'ops.jsonl');

export function addOpsRow(row: OpsRow): void {
  appendFileSync(fileIn(process.env.LUMINO_DATA_DIR as string), `${JSON.stringify(row)}\n`);
}

/** Prints what a run has seen; nothing when it has seen nothing. @param folder the `LUMINO_DATA_DIR` of the run */
export function printOpsTable(folder: string): void {
  if (!existsSync(fileIn(folder))) return;
  const rows = readFileSync(fileIn(folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OpsRow);
  const count = (value?: number) => (value === undefined ? '' : String(value));
  console.log(
    `\n${table(
      ['while', 'requests', 'failed', 'resent', 'certificates', 'lost', 'twice'],
      rows.map(({ during, requests, failed, resent, asked, lost, twice }) => [
        during,
        ...[requests, failed, resent, asked, lost, twice].map(count),
      ]),
    )}`,
  );
}
