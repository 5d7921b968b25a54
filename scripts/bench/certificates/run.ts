import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../../build/build-all.ts';
import { ROOT } from '../../paths.ts';
import { installCompetitors } from '../competitors/install.ts';
import type { Measurement } from '../measurement.ts';
import { runContestant } from '../run-contestant.ts';
import { median, p95 } from '../statistics.ts';
import { figure, table } from '../table.ts';
import { aimsOf, type Results } from './aims.ts';
import { checkDrawing } from './check-drawing.ts';
import { type ContestantKey, type Elsewhere, entryOf, isElsewhere, whyAway } from './contestants.ts';
import { drawingOf, FACES } from './drawing.ts';
import { bodyOf, styleSheet } from './page-as-html.ts';

/** One PDF of each contestant stays here, to be looked at. */
const SAMPLES = path.join(ROOT, '.data', 'bench', 'certificates');
const COMPETITORS = path.join(ROOT, 'scripts', 'bench', 'competitors');

const HEADINGS = ['', 'median ms', 'p95 ms', 'CPU ms', 'peak MB', 'KiB', 'text', 'to bulk'];

/** What another language's program is told; it draws what stands there and knows no more. */
function taskOf({ script, warmUp }: Elsewhere, count: number, sample: string): string {
  const drawings = Array.from({ length: count + warmUp }, (_, index) => drawingOf(index));
  const fontFolder = path.join(SAMPLES, 'tcpdf-fonts');
  mkdirSync(fontFolder, { recursive: true });
  const forIt =
    script === 'certificate-weasyprint.py'
      ? { bodies: drawings.map(bodyOf), styleSheet: styleSheet(drawingOf(0)) }
      : { drawings, faces: FACES, fontFolder };
  return JSON.stringify({ count, warmUp, sample, ...forIt });
}

async function measure(key: ContestantKey, count: number, sample: string): Promise<Measurement> {
  const entry = entryOf(key);
  const { label } = entry;
  if (!isElsewhere(entry)) {
    const args = [path.join(import.meta.dirname, 'contestant.ts'), key, String(count), sample];
    return runContestant({ label, count, program: process.execPath, args, cwd: ROOT });
  }
  const { program, script } = entry;
  const input = taskOf(entry, count, sample);
  const task = { label, count, program, args: [path.join(COMPETITORS, script)], input, cwd: ROOT };
  const { times, ...rest } = await runContestant<Measurement & { times: number[] }>(task);
  return { ...rest, count, medianMs: median(times), p95Ms: p95(times), memory: [] };
}

export interface Wanted {
  keys: ContestantKey[];
  /** At most so many of each; null: as many as each is worth. */
  count: number | null;
}

/** Lets one after the other draw, each in a process of its own, and prints the table and what became of the aims. */
export async function benchCertificates({ keys, count }: Wanted): Promise<void> {
  await buildAll({ only: (name) => ['plugin certificates', 'plugin jobs'].includes(name) });
  if (keys.some((key) => entryOf(key).needsInstall)) await installCompetitors();
  mkdirSync(SAMPLES, { recursive: true });
  const results: Results = {};
  const rows: string[][] = [];
  const absent: string[] = [];
  for (const key of keys) {
    const entry = entryOf(key);
    const reason = whyAway(entry);
    if (reason) {
      absent.push(`${entry.label}: ${reason}`);
      continue;
    }
    const sample = path.join(SAMPLES, `${key}.pdf`);
    const result = await measure(key, Math.min(entry.count, count ?? entry.count), sample);
    const { isSelectable } = checkDrawing(entry.label, sample);
    results[key] = result;
    const bulk = results['ours-bulk']?.medianMs;
    rows.push([
      `${entry.label} (${result.count})`,
      ...[result.medianMs, result.p95Ms, result.cpuMs].map(figure),
      ...[result.peakMegabytes, result.bytes / 1024].map(figure),
      isSelectable ? 'yes' : 'no',
      bulk ? `${figure(result.medianMs / bulk)} ×` : '–',
    ]);
  }
  console.log(`\n${table(HEADINGS, rows)}\n`);
  for (const line of absent) console.log(`Left out – ${line}`);
  console.log(`One PDF of each is in ${path.relative(ROOT, SAMPLES)}.\n`);
  for (const { aim, isMet, found } of aimsOf(results))
    console.log(`${isMet === null ? '?' : isMet ? '✓ met    ' : '✗ not met'}  ${aim}: ${found}`);
}
