// Reads a PDF from standard input and prints as JSON the files within it, as mupdf and pdfjs find them, and what the PDF
// says of them. A process of its own, since both come as ES modules, which Jest does not load.
import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const bytes = readFileSync(0);

const opened = mupdf.Document.openDocument(bytes, 'application/pdf');
const byMupdf = Object.entries(opened.getEmbeddedFiles()).map(([name, file]) => ({
  name,
  mediaType: opened.getFilespecParams(file).mimetype,
  content: opened.getEmbeddedFileContents(file)?.asString(),
}));

const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
const reader = await task.promise;
const byPdfjs = [];
for (const [id, { filename }] of (await reader.getAttachments()) ?? []) {
  const content = await reader.getAttachmentContent(id);
  byPdfjs.push({ name: filename, content: Buffer.from(content).toString('utf8') });
}
await task.destroy();

const name = (text) => PDFName.of(text);
const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
const associated = (catalog.lookup(name('AF'))?.asArray() ?? []).map((ref) => {
  const specification = catalog.context.lookup(ref);
  const { dict } = specification.lookup(name('EF')).lookup(name('F'));
  const params = dict.lookup(name('Params'));
  return {
    relationship: specification.lookup(name('AFRelationship')).decodeText(),
    description: specification.lookup(name('Desc')).decodeText(),
    mediaType: dict.lookup(name('Subtype')).decodeText(),
    isCompressed: dict.has(name('Filter')),
    checksum: Buffer.from(params.lookup(name('CheckSum')).asBytes()).toString('hex'),
    size: params.lookup(name('Size')).asNumber(),
    created: params.lookup(name('CreationDate')).decodeDate(),
    modified: params.lookup(name('ModDate')).decodeDate(),
  };
});
console.log(JSON.stringify({ mupdf: byMupdf, pdfjs: byPdfjs, associated }));
