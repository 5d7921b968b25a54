import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../paths.ts';
import { Problem } from '../../problem.ts';
import { snapshotOf } from './recipients.ts';

interface SeenPage {
  width: number;
  height: number;
  lines: { text: string }[];
  code: string | null;
}

const together = (text: string): string => text.replace(/\s+/g, '').normalize('NFC');

/**
 * Looks at certificate number 0 with mupdf and a QR scanner, so that nobody is fast by drawing something else.
 * @returns whether the recipient, module and serial number can be copied out of it.
 * @throws Problem when it is not one page of A4 landscape, or its QR code leads elsewhere.
 */
export function checkDrawing(label: string, sample: string): { isSelectable: boolean } {
  const script = path.join(ROOT, 'tests', 'rendering', 'inspect-pdf.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--codes'], {
    input: readFileSync(sample),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Problem(`mupdf cannot read what ${label} drew: ${stderr}`, `It is ${sample}.`);
  const pages: SeenPage[] = JSON.parse(stdout).pages;
  const [page] = pages;
  const snapshot = snapshotOf(0);
  const isA4 = page && Math.abs(page.width - 841.89) < 1 && Math.abs(page.height - 595.28) < 1;
  if (!page || pages.length !== 1 || !isA4)
    throw new Problem(`${label} did not draw one page of A4 landscape.`, `It is ${sample}.`);
  if (page.code !== snapshot.verifyUrl)
    throw new Problem(
      `The QR code of ${label} reads ${page.code}, not ${snapshot.verifyUrl}.`,
      `It is ${sample}.`,
    );
  const text = together(page.lines.map((line) => line.text).join(''));
  const wanted = [snapshot.recipient.name, snapshot.achievements[0]?.name ?? '', snapshot.serial];
  return { isSelectable: wanted.every((one) => text.includes(together(one))) };
}
