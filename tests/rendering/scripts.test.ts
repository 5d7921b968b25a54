import { extractText, READERS, type Extracted } from './extracted-text.ts';
import { SCRIPTS } from './names-in-scripts.ts';
import { moduleSnapshot } from './sample-snapshots.ts';
import { render, withoutSpaces } from './seen-certificate.ts';

// The faces of all scripts are read, and a busy machine makes everything slow.
jest.setTimeout(120_000);

const snapshotOf = ({ name, module }: { name: string; module: string }) =>
  moduleSnapshot({
    recipient: { name },
    achievements: [{ code: 'ABC', name: module, mark: 9, maximumMark: 10 }],
  });

describe('names in every script (P5)', () => {
  let pdfs: Uint8Array[];
  let extracted: Extracted[];
  beforeAll(async () => {
    pdfs = [];
    for (const row of SCRIPTS) pdfs.push(await render(snapshotOf(row)));
    extracted = extractText(pdfs);
  });

  describe.each(READERS)('come out of the PDF as they went in, says %s', (reader) => {
    it.each(SCRIPTS.map((row, index) => ({ ...row, index })))(
      '$script: $name',
      ({ name, module, isMixed, hasJoiner, endsWithMark, index }) => {
        const isPdfjs = reader === 'pdfjs';
        // What one of the readers is known to do to such texts, and no more.
        const comparable = (text: string): string => {
          const spelled = isPdfjs && hasJoiner ? text.replaceAll('\u200C', '') : text;
          const lettered = isPdfjs && endsWithMark ? spelled.replace(/\p{M}/gu, '') : spelled;
          const ordered = lettered.normalize('NFC').replaceAll('\u200F', '');
          return isMixed || (isPdfjs && endsWithMark) ? withoutSpaces(ordered) : ordered.trim();
        };
        const lines = (extracted[index] as Extracted)[reader].map(comparable);
        for (const text of [name, module].map(comparable)) {
          if (isMixed) expect(lines.join('')).toContain(text);
          else expect(lines).toContain(text);
        }
      },
    );
  });

  it('make small files: at most 40 KiB, whatever the size of the face', () => {
    for (const pdf of pdfs) expect(pdf.byteLength).toBeLessThanOrEqual(40 * 1024);
  });

  it('give the same bytes after others were drawn (C7)', async () => {
    for (const [index, row] of [...SCRIPTS.entries()].reverse()) {
      expect(Buffer.from(await render(snapshotOf(row))).equals(pdfs[index] as Uint8Array)).toBe(true);
    }
  });
});
