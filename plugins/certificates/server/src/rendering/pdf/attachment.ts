import { createHash } from 'node:crypto';
import type { PdfFile } from './pdf-file';
import {
  array,
  asciiString,
  dateString,
  dictionary,
  type Entries,
  name as nameOf,
  textString,
} from './syntax';

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
 *
 * @returns what the catalog says of it.
 */
export function attach(file: PdfFile, { name, mediaType, description, content, date }: Attachment): Entries {
  const bytes = Buffer.from(content);
  const written = dateString(date);
  const embedded = file.addStream(
    {
      Type: '/EmbeddedFile',
      Subtype: nameOf(mediaType),
      Params: dictionary({
        Size: bytes.length,
        // Not for safety, which the signature is for: the format knows no other digest.
        CheckSum: `<${createHash('md5').update(bytes).digest('hex')}>`,
        CreationDate: written,
        ModDate: written,
      }),
    },
    bytes,
  );
  const specification = file.add(
    dictionary({
      Type: '/Filespec',
      F: asciiString(name),
      UF: textString(name),
      Desc: textString(description),
      AFRelationship: '/Data',
      EF: dictionary({ F: embedded, UF: embedded }),
    }),
  );
  return {
    Names: dictionary({ EmbeddedFiles: dictionary({ Names: array([textString(name), specification]) }) }),
    AF: array([specification]),
  };
}
