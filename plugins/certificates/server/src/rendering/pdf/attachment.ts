import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/** A file within a PDF. */
export interface Attachment {
  /** ASCII. */
  name: string;
  /** RFC 6838. */
  mediaType: string;
  description: string;
  content: string;
  date: Date;
}

/**
 * Embeds a file, compressed, and associates it with the document as a whole, as archives ask (ISO 19005-3, 6.8): as the data
 * that the pages show.
 */
export function attach(document: PDFDocument, attachment: Attachment): void {
  const { context, catalog } = document;
  const { name, mediaType, description, date } = attachment;
  const bytes = Buffer.from(attachment.content);
  const written = PDFString.fromDate(date);
  const stream = context.flateStream(bytes, {
    Type: 'EmbeddedFile',
    Subtype: mediaType,
    Params: {
      Size: bytes.length,
      // Not for safety, which the signature is for: the format knows no other digest.
      CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
      CreationDate: written,
      ModDate: written,
    },
  });
  const file = context.register(stream);
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(name),
      UF: PDFHexString.fromText(name),
      Desc: PDFHexString.fromText(description),
      AFRelationship: 'Data',
      EF: { F: file, UF: file },
    }),
  );
  const Names = [PDFHexString.fromText(name), specification];
  catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: { Names } }));
  catalog.set(PDFName.of('AF'), context.obj([specification]));
}
