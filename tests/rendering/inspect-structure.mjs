// Reads a PDF from standard input and prints as JSON what it says about itself: its structure tree with the text of
// each element, what is marked on each page, its metadata and fonts. By pdf-lib, which reads what it has not written.
import { readFileSync } from 'node:fs';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';

const document = await PDFDocument.load(readFileSync(0), { updateMetadata: false });
const { catalog, context } = document;
const name = (text) => PDFName.of(text);
const plain = (value) => value?.decodeText?.() ?? value?.asString?.() ?? value?.toString() ?? null;
const bytesOf = (stream) =>
  Buffer.from(stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents());

const numbers = [];
function element(dict) {
  const kids = dict.lookup(name('K'));
  const list = kids instanceof PDFArray ? kids.asArray().map((kid) => context.lookup(kid)) : [kids];
  const page = dict.get(name('Pg'))?.toString();
  for (const kid of list) if (kid instanceof PDFNumber) numbers.push(`${page} ${kid.asNumber()}`);
  return {
    role: plain(dict.lookup(name('S'))),
    alternative: plain(dict.lookup(name('Alt'))),
    attributes: plain(dict.lookup(name('A'))?.lookup?.(name('Scope'))),
    kids: list.filter((kid) => kid instanceof PDFDict).map(element),
  };
}

const pages = document.getPages().map((page) => {
  const content = bytesOf(page.node.lookup(name('Contents'))).toString('latin1');
  const marks = [...content.matchAll(/\/(\w+) <<\/MCID (\d+)>> ?BDC|\/(Artifact) BMC/g)];
  // Marks within marks say how a text is spoken; what is painted outside of any mark belongs nowhere.
  const outer = content.replace(/\/Span <<\/ActualText<\w+>>> BDC\n([\s\S]*?)\nEMC/g, '$1');
  const outside = outer.replace(/\/(?:\w+ <<\/MCID \d+>> ?BDC|Artifact BMC)[\s\S]*?\bEMC\b/g, '').trim();
  return {
    ref: page.ref.toString(),
    marks: marks.filter(([, role]) => role).map(([, role, id]) => `${role} ${id}`),
    outside,
    tabs: plain(page.node.lookup(name('Tabs'))),
    group: plain(page.node.lookup(name('Group'))?.lookup(name('CS'))),
  };
});

const streams = context
  .enumerateIndirectObjects()
  .flatMap(([, object]) => (object instanceof PDFDict ? [object] : object?.dict ? [object.dict] : []));
const fonts = streams
  .filter((dict) => plain(dict.lookup(name('Type'))) === 'FontDescriptor')
  .map((dict) => ({ name: plain(dict.lookup(name('FontName'))), isEmbedded: dict.has(name('FontFile2')) }));
const intent = catalog.lookup(name('OutputIntents'))?.lookup(0);
const root = catalog.lookup(name('StructTreeRoot'));
const tree = root ? element(root.lookup(name('K'))) : null;

console.log(
  JSON.stringify({
    language: plain(catalog.lookup(name('Lang'))),
    isMarked: plain(catalog.lookup(name('MarkInfo'))?.lookup(name('Marked'))),
    showsTitle: plain(catalog.lookup(name('ViewerPreferences'))?.lookup(name('DisplayDocTitle'))),
    information: {
      title: document.getTitle(),
      author: document.getAuthor(),
      created: document.getCreationDate(),
    },
    xmp: bytesOf(catalog.lookup(name('Metadata'))).toString('utf8'),
    intent: plain(intent?.lookup(name('S'))),
    profile: bytesOf(intent.lookup(name('DestOutputProfile'))).toString('base64'),
    identifiers: context.trailerInfo.ID ? context.lookup(context.trailerInfo.ID).asArray().map(plain) : [],
    hasTransparencyGroups: pages.every(({ group }) => group === 'DeviceRGB'),
    keys: [...new Set(streams.flatMap((dict) => dict.keys().map(plain)))],
    tree,
    numbers,
    pages,
    fonts,
  }),
);
