import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { drawingOf, FACES } from '../certificates/drawing.ts';
import type { Contestant } from '../contest.ts';

/** What Typst remembers of a document is dropped once so many others were made: memory stays flat, the template known. */
const REMEMBERED_COMPILATIONS = 10;
const ISSUED = Date.UTC(2026, 10, 24, 12) / 1000;

/** The template is compiled once and kept by Typst's own cache; data go in as an input. Its PDF without tags, the faster. */
export function prepare(): Contestant {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: Object.values(FACES).map(({ file }) => readFileSync(file)) }],
  });
  const mainFilePath = path.join(import.meta.dirname, 'certificate.typ');
  return {
    draw(index) {
      const compiled = compiler.compile({ mainFilePath, inputs: { data: JSON.stringify(drawingOf(index)) } });
      if (!compiled.result) {
        compiled.printErrors();
        throw new Error('Typst could not compile the certificate');
      }
      const pdf = compiler.pdf(compiled.result, { pdfTags: false, creationTimestamp: ISSUED });
      compiler.evictCache(REMEMBERED_COMPILATIONS);
      return pdf;
    },
  };
}
