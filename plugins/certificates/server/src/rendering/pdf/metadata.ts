import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { DrawnPage } from '../display-list';
import { lazily } from '../remember';
import type { Attachment } from './attachment';
import { srgbProfile } from './srgb-profile';

export interface DocumentFacts {
  title: string;
  author: string;
  /** BCP 47. */
  language: string;
  /** The day of issue: a document has no other clock. */
  date: Date;
}

const profile = lazily(srgbProfile);

const PRODUCER = 'Lumino';
const COLOURS = 'sRGB IEC61966-2.1';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);

/** The same facts as in the document information, word for word, as archives want them (ISO 16684-1). */
function xmp({ title, author, language, date }: DocumentFacts): string {
  const when = date.toISOString().replace(/\.\d+Z$/, 'Z');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>${when}</xmp:CreateDate>
<xmp:ModifyDate>${when}</xmp:ModifyDate>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Says what a document is, in all places where readers and archives look, and which colours it means. */
export function describe(
  document: PDFDocument,
  facts: DocumentFacts,
  pages: DrawnPage[],
  attachment?: Attachment,
): void {
  const { context, catalog } = document;
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  document.setLanguage(facts.language);
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  document.setCreationDate(facts.date);
  document.setModificationDate(facts.date);

  const metadata = context.stream(Buffer.from(xmp(facts)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFHexString.fromText(COLOURS),
    Info: PDFHexString.fromText(COLOURS),
    DestOutputProfile: context.register(context.flateStream(profile(), { N: 3 })),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));

  // An identifier by content instead of by chance: the same certificate is the same file.
  const texts = pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])),
  );
  const id = createHash('sha256')
    .update(JSON.stringify([facts, texts, attachment?.content]))
    .digest('hex')
    .slice(0, 32);
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
}
