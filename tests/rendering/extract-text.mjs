// Prints as JSON the lines of text that two readers of others, mupdf and pdfjs, find on the first page of each PDF named
// on the command line. A process of its own, since both come as ES modules, which Jest does not load.
import { readFileSync } from 'node:fs';
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const withMupdf = (bytes) =>
  mupdf.Document.openDocument(bytes, 'application/pdf')
    .loadPage(0)
    .toStructuredText('preserve-whitespace')
    .asText()
    .split('\n');

async function withPdfjs(bytes) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const { items } = await page.getTextContent();
  await task.destroy();
  return items
    .map(({ str, hasEOL }) => str + (hasEOL ? '\n' : ''))
    .join('')
    .split('\n');
}

const results = [];
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  results.push({ mupdf: withMupdf(bytes), pdfjs: await withPdfjs(bytes) });
}
console.log(JSON.stringify(results));
