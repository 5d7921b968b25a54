import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const READERS = ['mupdf', 'pdfjs'] as const;

/** Lines of the first page, as each reader finds them. */
export type Extracted = Record<(typeof READERS)[number], string[]>;

/** What two readers that we did not write copy out of PDFs. */
export function extractText(pdfs: Uint8Array[]): Extracted[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-pdf-'));
  try {
    const files = pdfs.map((pdf, index) => {
      const file = path.join(folder, `${index}.pdf`);
      writeFileSync(file, pdf);
      return file;
    });
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [path.resolve('tests/rendering/extract-text.mjs'), ...files],
      { maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the readers failed: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
