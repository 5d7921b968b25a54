import { createHash } from 'node:crypto';
import type { DrawnPage } from '../display-list';
import { lazily } from '../remember';
import type { Attachment } from './attachment';
import { compress } from './compress';
import type { PdfFile } from './pdf-file';
import { srgbProfile } from './srgb-profile';
import { array, asciiString, dateString, dictionary, type Entries, type Ref, textString } from './syntax';

export interface DocumentFacts {
  title: string;
  author: string;
  /** BCP 47. */
  language: string;
  /** The day of issue: a document has no other clock. */
  date: Date;
}

const profile = lazily(() => compress(srgbProfile()));

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

/**
 * Says what a document is, in all places where readers and archives look, and which colours it means.
 *
 * @returns what the catalog says, and the document information.
 */
export function describe(file: PdfFile, facts: DocumentFacts): { catalog: Entries; Info: Ref } {
  const [written, producer] = [dateString(facts.date), textString(PRODUCER)];
  const Info = file.add(
    dictionary({
      Title: textString(facts.title),
      Author: textString(facts.author),
      Creator: producer,
      Producer: producer,
      CreationDate: written,
      ModDate: written,
    }),
  );
  const intent = dictionary({
    Type: '/OutputIntent',
    S: '/GTS_PDFA1',
    OutputConditionIdentifier: asciiString(COLOURS),
    Info: asciiString(COLOURS),
    DestOutputProfile: file.addStream({ N: 3 }, profile()),
  });
  const catalog = {
    Lang: asciiString(facts.language),
    ViewerPreferences: dictionary({ DisplayDocTitle: 'true' }),
    Metadata: file.addStream({ Type: '/Metadata', Subtype: '/XML' }, { plain: Buffer.from(xmp(facts)) }),
    OutputIntents: array([file.add(intent)]),
  };
  return { catalog, Info };
}

/** An identifier by content instead of by chance: the same certificate is the same file. */
export function documentId(facts: DocumentFacts, pages: DrawnPage[], attachment?: Attachment): string {
  const texts = pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])),
  );
  const digest = createHash('sha256').update(JSON.stringify([facts, texts, attachment?.content]));
  const id = `<${digest.digest('hex').slice(0, 32)}>`;
  return array([id, id]);
}
