import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkDrawing } from './check-drawing.ts';

// A thread that loads the whole plugin and reads its fonts, on a machine that may be busy.
jest.setTimeout(300_000);

const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('Lumino’s own renderer draws the certificate in the benchmark, and is measured', () => {
  const sample = path.join(folder, 'ours.pdf');
  const script = path.join(__dirname, 'contestant.ts');
  const said = execFileSync(process.execPath, [script, 'ours-bulk', '3', sample], { encoding: 'utf8' });
  const measurement = JSON.parse(said.trim().split('\n').at(-1) ?? '');
  expect(measurement.count).toBe(3);
  for (const name of ['medianMs', 'p95Ms', 'wallMs', 'cpuMs', 'peakMegabytes'])
    expect(measurement[name]).toBeGreaterThan(0);
  expect(measurement.p95Ms).toBeGreaterThanOrEqual(measurement.medianMs);
  expect(readFileSync(sample).subarray(0, 5).toString()).toBe('%PDF-');
  expect(measurement.bytes).toBeGreaterThan(1000);
  expect(checkDrawing('Lumino', sample)).toEqual({ isSelectable: true });
});
