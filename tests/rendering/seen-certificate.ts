import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';
import { renderPdf } from '../../plugins/certificates/server/src/rendering/render-pdf.ts';
import type { Pictures } from '../../plugins/certificates/server/src/rendering/picture/place-picture.ts';
import { knownTemplate } from '../../plugins/certificates/server/src/rendering/known-template.ts';
import { BUILT_IN_TEMPLATES } from '../../plugins/certificates/server/src/rendering/renderer-thread.ts';

/** Points, from the upper left corner of the page. */
export interface SeenLine {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface SeenPage {
  width: number;
  height: number;
  lines: SeenLine[];
  /** What a scanner reads in the QR code; null when it was not asked to. */
  code: string | null;
}

export const render = (snapshot: Snapshot, pictures: Pictures = {}): Promise<Uint8Array> =>
  renderPdf(snapshot, knownTemplate(snapshot.template, BUILT_IN_TEMPLATES), { pictures });

/** A certificate as a reader that we did not write, mupdf, sees it. */
export async function seen(
  snapshot: Snapshot,
  { codes = false, pictures = {} }: { codes?: boolean; pictures?: Pictures } = {},
): Promise<{ title: string; pages: SeenPage[] }> {
  const script = path.resolve('tests/rendering/inspect-pdf.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, codes ? [script, '--codes'] : [script], {
    input: await render(snapshot, pictures),
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`mupdf could not read the certificate: ${stderr}`);
  return JSON.parse(stdout);
}

/** All text of some pages without white space: where a long word is broken, there is none to be found. */
export const textOf = (pages: SeenPage[]): string =>
  pages
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('')
    .replace(/\s+/g, '');

export const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');
